// Reads one query as a JSON string per line and answers one line each: what the TraceQL grammar cannot parse, and the string literals
// that it sees, as { errors: [text around each], strings: [literal] }.
import { createInterface } from 'node:readline';
import { parser } from '@grafana/lezer-traceql';

for await (const line of createInterface({ input: process.stdin })) {
  const query = JSON.parse(line);
  const errors = [];
  const strings = [];
  parser.parse(query).iterate({
    enter(node) {
      if (node.type.isError) errors.push(query.slice(Math.max(0, node.from - 20), node.to + 20));
      if (node.name === 'String') strings.push(query.slice(node.from, node.to));
    },
  });
  process.stdout.write(JSON.stringify({ errors, strings }) + '\n');
}
