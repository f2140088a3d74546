// Records the fields of `/api/v1/` that programs may rely on. Run it after a field was added on purpose.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentSchema, DOCUMENT_NAMES } from '../src/data/api/schemas.ts';
import { brokenFields, newFields, shapeOf, type Shape } from '../src/data/api/shape.ts';

const folder = join(import.meta.dirname, '../tests/fixtures/api-v1');
mkdirSync(folder, { recursive: true });

for (const name of DOCUMENT_NAMES) {
  const file = join(folder, `${name}.json`);
  const recorded: Shape = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const current = shapeOf(documentSchema(name));
  const broken = brokenFields(recorded, current);
  if (broken.length > 0) {
    console.error(`${name}.json 没有记下：v1 的字段不能删，也不能改类型。把它们改回去：`);
    for (const line of broken) console.error(`  ${line}`);
    process.exitCode = 1;
    continue;
  }
  for (const path of newFields(recorded, current)) console.log(`${name}.json 新增 ${path}：${current[path]}`);
  writeFileSync(file, `${JSON.stringify(current, null, 2)}\n`);
}
