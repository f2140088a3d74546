// `npm run new model <id>` (or hardware, api): begins a record from a commented template.
import { fileURLToPath } from 'node:url';
import { newRecord, writeEditorSchemas } from './new-record.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [kind, id, ...more] = process.argv.slice(2);

try {
  const file = newRecord(root, kind, id, more);
  writeEditorSchemas(root);
  console.log(`写好了模板 ${file}\n填完以后运行 npm run check:data，它列出还缺什么。`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
