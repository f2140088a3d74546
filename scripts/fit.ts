// `npm run fit`: fits the constants of the estimator on the measurements and writes content/data/engine-constants/.
// The same measurements always give the same files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fitEverything } from '../src/core/estimate/fit-constants.ts';
import { constantFiles } from '../src/data/constant-files.ts';
import { estimatorLibrary } from '../src/data/estimator-data.ts';
import { readLibrary } from '../src/data/read.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { data, speed, memory } = estimatorLibrary(readLibrary(root).library);
const fit = fitEverything(data, { speed, memory });
const folder = join(root, 'content/data/engine-constants');
mkdirSync(folder, { recursive: true });
for (const [name, text] of constantFiles(fit)) writeFileSync(join(folder, name), text);
console.log(
  `${fit.observations.length} 个实测值，${fit.nodes.length} 组常数，写入 content/data/engine-constants/`,
);
