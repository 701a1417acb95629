// Reads {grammar, texts} from standard input; prints, for each text, its lines as lists of [start, end, scopes].
const fs = require('fs');
const path = require('path');
const oniguruma = require('vscode-oniguruma');
const textmate = require('vscode-textmate');

async function main() {
  const { grammar, texts } = JSON.parse(fs.readFileSync(0, 'utf8'));
  const wasm = fs.readFileSync(path.join(__dirname, 'node_modules/vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(grammar, 'grammar.json'),
  });
  const loaded = await registry.loadGrammar('source.factlint');
  const told = texts.map((text) => {
    let state = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const read = loaded.tokenizeLine(line, state);
      state = read.ruleStack;
      return read.tokens.map((token) => [token.startIndex, token.endIndex, token.scopes]);
    });
  });
  process.stdout.write(JSON.stringify(told));
}

main();
