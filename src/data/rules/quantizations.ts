import { faultAt } from './fault.ts';
import type { Fault, Library } from './fault.ts';

/** The bits of a precision are those in its name, and in real files a weight takes no fewer. */
export function assertBitsAgree({ quantizations }: Library): Fault[] {
  return quantizations.entries.flatMap((entry) => {
    const { name, nominalBits, effectiveBits } = entry.value;
    const printed = (name.match(/\d+(\.\d+)?/g) ?? []).map(Number);
    const bits = effectiveBits?.value ?? nominalBits;
    return [
      ...(nominalBits < 1 || nominalBits > 32
        ? [faultAt(entry, ['nominalBits'], '写一个权重多少位，1 到 32：4 位写 4，不写 0.5（字节）')]
        : printed.length > 0 && !printed.includes(nominalBits)
          ? [faultAt(entry, ['nominalBits'], `与名称「${name}」里的位数不符；核对位数`)]
          : []),
      ...(bits < nominalBits || bits > 2 * nominalBits + 1
        ? [
            faultAt(
              entry,
              ['effectiveBits', 'value'],
              `写 ${nominalBits}（nominalBits）到 ${2 * nominalBits + 1} 的数：一个权重在文件里实占多少位`,
            ),
          ]
        : []),
    ];
  });
}
