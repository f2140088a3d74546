/**
 * Machines that run a model alike for the same bandwidth and compute: the classes for which constants are fitted. A
 * machine's own record says how fast its memory is; its class says how much of that an engine reaches.
 */
export const MACHINE_CLASSES = {
  'nvidia-gddr': 'NVIDIA GDDR 显卡（Turing 及以后）',
  'nvidia-hbm': 'NVIDIA HBM 加速卡',
  'nvidia-old': 'NVIDIA Pascal 及更早',
  'nvidia-unified': 'NVIDIA 统一内存（GB10、Jetson）',
  'amd-rdna': 'AMD RDNA 显卡',
  'amd-old': 'AMD GCN、Vega 显卡',
  'amd-hbm': 'AMD Instinct',
  'amd-unified': 'AMD 统一内存（Ryzen AI Max）',
  'intel-arc': 'Intel Arc 显卡',
  integrated: '核显',
  'apple-early': 'Apple M1、M2',
  'apple-late': 'Apple M3 及以后',
  'cpu-desktop': '台式机与笔记本 CPU',
  'cpu-server': '服务器 CPU',
  'cpu-board': '单板机 CPU',
  npu: '国产与其他加速卡',
} as const;
export type MachineClass = keyof typeof MACHINE_CLASSES;

/** The first pattern that a machine's name or id matches decides; the order goes from the narrow to the wide. */
const PATTERNS: readonly [RegExp, MachineClass][] = [
  [
    /raspberry|树莓派|骁龙 8|\bpi ?(4|5|cm5|400|500)|orange pi|rk3588|radxa|orion o6|ms-r1|risc-?v|p550|dc-roma|snapdragon 8/i,
    'cpu-board',
  ],
  [/\bgb10\b|dgx spark|jetson|\bthor\b/i, 'nvidia-unified'],
  [/ryzen ai max|strix halo|8060s|8050s/i, 'amd-unified'],
  [
    /\b(680|780|840|860|880|890)m\b|iris|uhd graphics|arc (graphics|130v|140v|140t)|vega 8|核显/i,
    'integrated',
  ],
  [/\bm[12]\b.*|apple m[12]/i, 'apple-early'],
  [/\bm[3-9]\b|apple m[3-9]/i, 'apple-late'],
  [/\b(gtx|tesla [pmk]\d|p40|p100|p4|m40|k80|titan x[p]?|quadro [pmk])/i, 'nvidia-old'],
  [/\b(g?b[23]00|gh200|h[128]00|h20|a100|a800|a30|v100|titan v)\b/i, 'nvidia-hbm'],
  [/\brtx|\b(a10g?|a40|a16|l2|l4|l20|l40s?|t4|t1000|a[24-6]000|a2)\b|quadro/i, 'nvidia-gddr'],
  [/\bmi[2-6]\d\b|\brx ?[45]\d\d\b|\brx ?5\d00|vega|radeon vii|\bfirepro|wx ?\d{4}/i, 'amd-old'],
  [/\bmi\d{3}[ax]?\b|instinct/i, 'amd-hbm'],
  [/\brx ?\d{4}|radeon|\bw[67][89]00\b|\br9700\b/i, 'amd-rdna'],
  [/\barc\b|\b[ab][357][1-9]0\b/i, 'intel-arc'],
  [/xeon|epyc|threadripper|至强|霄龙|kunpeng|鲲鹏|hygon|海光 c86|ampereone|altra|graviton/i, 'cpu-server'],
  [
    /ddr\d|ryzen|core (i\d|ultra)|\bi[3579]-\d|台式机|celeron|pentium|\bn1\d0\b|optiplex|snapdragon x|骁龙 x/i,
    'cpu-desktop',
  ],
];

const OF_KIND = {
  cpu: 'cpu-server',
  npu: 'npu',
  gpu: 'npu',
  apu: 'integrated',
  system: 'cpu-desktop',
} as const;

/** The class of a machine by its name, and where no name is known by the kind of its record. */
export function machineClass({
  name,
  kind,
}: {
  name: string;
  kind?: keyof typeof OF_KIND | undefined;
}): MachineClass {
  if (kind === 'npu') return 'npu';
  const found = PATTERNS.find(([pattern]) => pattern.test(name))?.[1];
  return found ?? OF_KIND[kind ?? 'cpu'];
}
