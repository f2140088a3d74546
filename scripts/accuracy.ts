// `npm run accuracy [-- speed.csv memory.csv] [--json]`: how far the estimates lie from measurements. Without files, our
// own measurements, each held against constants that never saw its source on its machine; with files, the constants
// that the site uses.
import { fileURLToPath } from 'node:url';
import { accuracyText, reports } from '../src/data/accuracy-report.ts';
import { estimatorLibrary } from '../src/data/estimator-data.ts';
import { readMemoryFile, readSpeedFile } from '../src/data/measured-files.ts';
import { readLibrary } from '../src/data/read.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (files.length > 2) {
  console.error('最多写两个文件：速度和内存，例如 npm run accuracy -- speed.csv memory.csv');
  process.exit(1);
}
const { library } = readLibrary(root);
const { data, ...own } = estimatorLibrary(library);
const constants = new Map(library['engine-constants'].entries.map(({ id, value }) => [id, value]));
const known = { data, constants, own };
const [speedFile, memoryFile] = files;
const speed = speedFile === undefined ? null : readOrEnd(readSpeedFile, speedFile);
const memory = memoryFile === undefined ? null : readOrEnd(readMemoryFile, memoryFile);
const result =
  speed || memory
    ? reports(known, { speed: speed?.rows ?? [], memory: memory?.rows ?? [] })
    : reports(known, null);
const unreadable = [
  ...(speed?.unreadable ?? []).map((one) => ({ file: speedFile, ...one })),
  ...(memory?.unreadable ?? []).map((one) => ({ file: memoryFile, ...one })),
];

if (process.argv.includes('--json')) {
  // Standard output is one object and nothing else.
  for (const { file, line, reason } of unreadable) console.error(`${file}:${line}  读不出：${reason}`);
  console.log(JSON.stringify(result.reports, null, 2));
} else {
  for (const { file, line, reason } of unreadable) console.log(`${file}:${line}  读不出：${reason}`);
  console.log(accuracyText(result));
}

/** What a reader of files finds, or its message alone where the file is not there or is no table. */
function readOrEnd<Found>(read: (path: string) => Found, path: string): Found {
  try {
    return read(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    console.error(missing ? `没有文件 ${path}` : (error as Error).message);
    process.exit(1);
  }
}
