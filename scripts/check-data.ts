// Lists every fault in content/data/, with its place and what to write instead; with --unresolved, every name in the
// measurements that no record carries; with --stale, instead, every figure that was checked too long ago.
import { fileURLToPath } from 'node:url';
import { checkData, faultText, summaryText } from '../src/data/check.ts';
import { today } from '../src/data/freshness.ts';
import { namesText } from '../src/data/names.ts';
import { readLibrary } from '../src/data/read.ts';
import { staleFigures, staleText } from '../src/data/stale.ts';
import { checkFlags } from './check-flags.ts';
import { writeEditorSchemas } from './new-record.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

function main(flags: ReturnType<typeof checkFlags>): void {
  writeEditorSchemas(root);
  if (flags.has('--stale')) {
    console.log(staleText(staleFigures(readLibrary(root).library, today())));
    return;
  }
  const report = checkData({ root, today: today() });
  for (const fault of report.faults) console.log(`${faultText(fault)}\n`);
  console.log(`${namesText(report.names, { all: flags.has('--unresolved') })}\n`);
  console.log(summaryText(report));
  process.exitCode = report.faults.length > 0 ? 1 : 0;
}

let flags;
try {
  flags = checkFlags(process.argv.slice(2), process.env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
if (flags) main(flags);
