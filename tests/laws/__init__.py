"""The laws of the engine, held over generated corpora and rule files that follow the grammar wherever it goes."""
