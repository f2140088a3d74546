import { usableBytes } from '../core/estimate/fit.ts';
import { shortKey, type Value } from './cells.ts';
import { ladders, speedsOf, tableMachine } from './estimates.ts';
import { rangeText } from '../core/range-text.ts';
import { basisText, gibText } from './fit-words.ts';

/** Column → precision of llama.cpp. */
const MEMORY_COLUMNS = { 'memory-bf16': 'bf16', 'memory-q8': 'q8-0', 'memory-q4': 'q4-k-m' };
const SPEED_COLUMNS = { 'estimate-bf16': 'bf16', 'estimate-q4': 'q4-k-m' };

/**
 * Columns of what the estimator says of each model that it can tell the memory of; speeds are those on one machine. The popovers are the same for all: terms filled
 * in, for every model, would weigh more than the rest of the table; the model's page has them.
 */
export async function estimatedValues(machineId: string): Promise<Map<string, Record<string, Value>>> {
  const [found, of] = await Promise.all([tableMachine(machineId), ladders()]);
  if (!found) throw new Error(`机器「${machineId}」没有带宽，算不出速度`);
  const { machine } = found;
  const usable = usableBytes(machine.memory, 'llama.cpp', 1).value;
  // How much it needs stands in the columns of memory: a word of its own for each would weigh more.
  const tooLarge = [{ label: '注意', content: `这台机器按 ${gibText(usable)} GiB 算放不下` }];
  const all = new Map<string, Record<string, Value>>();
  for (const [id, { model, steps }] of of['llama.cpp']) {
    const values: Record<string, Value> = {};
    for (const [key, precision] of Object.entries(MEMORY_COLUMNS)) {
      const step = steps.find((one) => one.precision === precision);
      values[key] = step
        ? {
            cell: { text: gibText(step.neededBytes), facts: MEMORY_FACTS },
            sortKey: shortKey(step.neededBytes / 2 ** 30),
          }
        : null;
    }
    for (const [key, precision] of Object.entries(SPEED_COLUMNS)) {
      const { decode } = await speedsOf(model, precision, machine, 'llama.cpp');
      const needed = steps.find((one) => one.precision === precision)?.neededBytes ?? 0;
      const facts = [
        ...SPEED_FACTS,
        { label: '依据', content: basisText(decode) },
        ...(needed > usable ? tooLarge : []),
      ];
      values[key] = { cell: { text: rangeText(decode), facts }, sortKey: shortKey(decode.typical) };
    }
    all.set(id, values);
  }
  return all;
}

const MEMORY_FACTS = [
  {
    label: '算法',
    content: '权重 + KV 缓存（一个用户、8,192 token、16 位）+ 计算缓冲 + llama.cpp 的运行时',
  },
  { label: '权重', content: '公布的文件；没有公布的，按参数量 × 每个权重的位数' },
];
const SPEED_FACTS = [
  { label: '算法', content: '1 ÷（每个 token 读的字节 ÷ 有效带宽 + 各层固定的时间），llama.cpp，一个用户' },
];
