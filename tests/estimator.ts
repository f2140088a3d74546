import { estimatorLibrary } from '../src/data/estimator-data.ts';
import { estimatorOf } from '../src/data/estimator-records.ts';
import { estimatorViewOf } from '../src/data/estimator-view.ts';
import { readLibrary } from '../src/data/read.ts';
import { recordsAt } from './records.ts';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const records = recordsAt(root);

/** The estimator as the page 「能跑吗」 has it, from the records of the site. */
export const estimator = estimatorOf(
  estimatorLibrary(readLibrary(root).library).data,
  records['engine-constants'],
);
export const { view, untold } = estimatorViewOf(estimator, records.benchmarks);
