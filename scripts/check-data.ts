// Lists every fault in content/data/, with its place and what to write instead.
import { fileURLToPath } from 'node:url';
import { checkData, faultText, summaryText } from '../src/data/check.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// The site's calendar is China's, wherever the check runs. Swedish dates are written YYYY-MM-DD.
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const report = checkData({ root, today });

for (const fault of report.faults) console.log(`${faultText(fault)}\n`);
console.log(summaryText(report));
process.exitCode = report.faults.length > 0 ? 1 : 0;
