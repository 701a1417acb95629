# noqa: A005 - named after the format; nothing here is imported as `html`
