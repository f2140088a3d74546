import type { SpeedConstants } from '../../core/estimate/speed-model.ts';

/** What each fitted number says, in the order of the speed model. */
export const CONSTANT_WORDS: Readonly<Record<keyof SpeedConstants, string>> = {
  efficiency: '读 16 位、8 位权重时达到的带宽份额',
  fourBit: '约 4 位的权重，乘上',
  lowBit: '不到 4 位的权重，乘上',
  unpack: '解包一个权重的运算次数',
  mixture: '混合专家的权重，乘上',
  cache: '读 KV 缓存时达到的带宽份额',
  layerMicroseconds: '每层的固定时间，微秒',
  mixtureLayerMicroseconds: '混合专家每层的固定时间，微秒',
  handoverMicroseconds: '按层切分时交给下一张卡，微秒',
  reduceMicroseconds: '张量并行时每层合并，微秒',
  prefill: '预填充达到的算力份额',
  prefillMixture: '混合专家的预填充，乘上',
  attention: '注意力达到的算力份额',
  prefillDevices: '按层切分时每多一张卡，预填充加快',
  batchPrefill: '多个请求的预填充达到的算力份额',
  batch: '多个请求同时生成时达到的算力份额',
  requestMicroseconds: '每步里每个请求再加，微秒',
  batchMixture: '多个请求读混合专家的权重，乘上',
  batchTensor: '多个请求时张量并行达到各卡之和的份额',
};
