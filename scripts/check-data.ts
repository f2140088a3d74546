// Lists every fault in content/data/, with its place and what to write instead.
import { fileURLToPath } from 'node:url';
import { checkData } from '../src/data/check.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// The site's calendar is China's, wherever the check runs. Swedish dates are written YYYY-MM-DD.
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const { counts, faults } = checkData({ root, today });

for (const { file, line, field, value, message } of faults) {
  console.log(`${file}:${line}  ${field || '（整个文件）'}\n  现在是：${value}\n  应当：${message}\n`);
}

const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
const byCollection = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
console.log(`${total} 条记录（${byCollection.join('、')}），${faults.length} 处错误`);
process.exitCode = faults.length > 0 ? 1 : 0;
