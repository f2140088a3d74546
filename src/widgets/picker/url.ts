import type { PickerAnswers } from '../../core/picker.ts';
import { codec, type Param } from '../../url/codec.ts';
import { optionalChoiceParam, optionalNumberParam } from '../../url/params.ts';

export const MEMORY_RANGE_GB = { min: 0, max: 100_000 };
export const USERS_RANGE = { min: 1, max: 100_000 };

const REPLIES = ['yes', 'no'] as const;

/** People are whole. */
function usersParam(): Param<number | null> {
  const number = optionalNumberParam(USERS_RANGE);
  return {
    ...number,
    expected: `写 ${USERS_RANGE.min} 到 ${USERS_RANGE.max} 的整数`,
    parse(raw) {
      const value = number.parse(raw);
      return Number.isInteger(value) ? value : undefined;
    },
  };
}

/** The answers as a link: `?mem=64&code=yes&speed=no`. The names are a contract. */
export const pickerCodec = codec<PickerAnswers>(
  {
    mem: optionalNumberParam(MEMORY_RANGE_GB),
    code: optionalChoiceParam(REPLIES),
    speed: optionalChoiceParam(REPLIES),
    best: optionalChoiceParam(REPLIES),
    users: usersParam(),
  },
  {
    mem: ['可用内存，GB', 'mem=64'],
    code: ['主要用途是代码：yes 是，no 否', 'mem=64&code=yes'],
    speed: ['追求速度：yes 是，no 否', 'mem=64&code=yes&speed=no'],
    best: ['追求最佳性能：yes 是，no 否', 'mem=128&best=yes'],
    users: ['同时使用的人数', 'mem=128&best=no&users=11'],
  },
);
