// Whether markup is sound, judged by html-validate.

import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // The policy stops it, and a class says more.
    "no-inline-style": "error",
    // Dutch amounts stand on one line by a no-break space; the rule is about telephone numbers.
    "tel-non-breaking": "off",
    // A table that is laid out otherwise on a phone says what it is: not every browser keeps that by itself.
    "no-redundant-role": "off",
    // Matters of taste, which a serialised document cannot have.
    "attr-quotes": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "doctype-style": "off",
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
  },
});

const sound = new Set();

/** The faults in a document, one line each; one that was found sound, in other colours say, is not judged again. */
export async function markupFaults(html) {
  if (sound.has(html)) return [];
  const report = await validator.validateString(html);
  const faults = report.results.flatMap((result) =>
    result.messages.map((fault) => `${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`),
  );
  if (faults.length === 0) sound.add(html);
  return faults;
}

/** The document as the browser has it now. */
export async function markup(page) {
  return `<!DOCTYPE html>\n${await page.evaluate(() => document.documentElement.outerHTML)}`;
}
