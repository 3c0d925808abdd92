// Reads lines of { pattern, texts } and answers each with the list of whether RE2, in which Loki runs such patterns, finds the pattern.
import { createInterface } from 'node:readline';
import { RE2JS } from 're2js';

for await (const line of createInterface({ input: process.stdin })) {
  const { pattern, texts } = JSON.parse(line);
  const compiled = RE2JS.compile(pattern);
  process.stdout.write(JSON.stringify(texts.map((text) => compiled.matcher(text).find())) + '\n');
}
