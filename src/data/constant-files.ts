import { stringify } from 'yaml';
import { constantRecords } from '../core/estimate/constants.ts';
import type { FittedConstants } from '../core/estimate/constants.ts';

const HEAD = '# 由 npm run fit 根据 content/data/measurements/ 拟合写出，不手改：测试会重新拟合并比较。\n';

/** File name → text of each record of `content/data/engine-constants/`. */
export function constantFiles(fitted: FittedConstants): Map<string, string> {
  return new Map(
    [...constantRecords(fitted)].map(([engine, record]) => [`${engine}.yaml`, HEAD + stringify(record)]),
  );
}
