/** A small repository without a fault: one record of each collection, and one page. */
export const SOUND: Record<string, string> = {
  'content/docs/guide/cost.mdx': '# 成本\n',
  'content/data/sources/card.yaml': `title: 模型卡
url: https://example.com/card
kind: vendor
snapshotDate: 2026-08-22
`,
  'content/data/quantizations/bf16.yaml': `name: BF16
family: float
nominalBits: 16
note: 原始精度
`,
  'content/data/quantizations/q4.yaml': `name: Q4
family: gguf
nominalBits: 4
note: 4 位
`,
  'content/data/models/demo-8b.yaml': `name: Demo-8B
shortName: Demo
developer:
  id: demo
  name: 示例
family: demo
release:
  date: 2025-01-02
  source: card
  confidence: seen
license:
  name: Demo License
  spdx: LicenseRef-Demo
  commercialUse: conditions
  condition: 年收入不足一百万可商用
  source: card
  confidence: seen
parameters:
  publishedB: 8
  activePublishedB: null
  source: card
  confidence: seen
  exact:
    total: 8000000000
    active: null
    source: card
    confidence: derived
architecture:
  type: dense
  attention: gqa
  layers: 32
  hiddenSize: 4096
  attentionHeads: 32
  kvHeads: 8
  headDim: 128
  kvLoraRank: null
  qkRopeHeadDim: null
  fullAttentionLayers: 32
  slidingWindow: null
  slidingWindowLayers: 0
  experts: null
  expertsPerToken: null
  vocabSize: 100000
  tieEmbeddings: false
  nativePrecision: bf16
  source: card
  confidence: seen
context:
  native: 32768
  extended: 131072
  source: card
  confidence: seen
abilities:
  tools: { value: 'yes', source: card, confidence: seen }
  reasoning: { value: none, source: card, confidence: seen }
  code: true
  vision: false
languages: null
files:
  - precision: q4
    sizeGb: 4.9
    tag: demo:8b-q4
    source: card
    confidence: seen
guide:
  path: /guide/cost/#demo
kvCache: { bytesPerToken16bit: 131072, fixedBytes16bit: 0, source: card, confidence: derived }
checkpointBytes: { bytes: 16000000000, source: card, confidence: derived }
publishedWeights:
  - { precision: 'q4', gib: 4.6, source: card, confidence: seen }
engines:
  vllm:
    minVersion: 0.9.0
    basis: own-recipe
    vram:
      - { precision: bf16, gb: 20 }
    source: card
    confidence: seen
  llamaCpp: null
  ollama:
    tag: demo:8b
    context: 32K
    source: card
    confidence: seen
`,
  'content/data/architectures/demo-1b.yaml': `name: Demo-1B
aliases: [demo:1b]
parameters:
  total: 1001981952
  active: null
  source: card
  confidence: derived
architecture:
  type: dense
  attention: gqa
  layers: 16
  hiddenSize: 2048
  attentionHeads: 16
  kvHeads: 8
  headDim: 128
  kvLoraRank: null
  qkRopeHeadDim: null
  fullAttentionLayers: 16
  slidingWindow: null
  slidingWindowLayers: 0
  intermediateSize: 6144
  experts: null
  expertsPerToken: null
  vocabSize: 96000
  tieEmbeddings: true
  nativePrecision: bf16
  source: card
  confidence: seen
`,
  'content/data/engine-constants/llama.cpp.yaml': `name: llama.cpp
source: card
confidence: derived
groups:
- class: null
  rows: { decode: 3, prefill: 1, throughput: 2 }
  machines: 1
  constants:
    efficiency: 0.9
    fourBit: 1
    lowBit: 0.8
    unpack: 30
    mixture: 0.7
    cache: 0.9
    layerMicroseconds: 100
    mixtureLayerMicroseconds: 60
    handoverMicroseconds: 200
    reduceMicroseconds: 80
    prefill: 0.4
    prefillMixture: 0.6
    attention: 0.1
    prefillDevices: 0.2
    batchPrefill: 0.4
    batch: 0.5
    requestMicroseconds: 3
    batchMixture: 0.6
    batchTensor: 0.9
  spread:
    decode: { machine: 1.2, class: 1.5 }
    prefill: { machine: 1.5, class: 2 }
    throughput: { machine: 1.5, class: 2 }
machines:
- hardware: demo-gpu
  quantity: decode
  factor: 1.05
  rows: 3
  sources: 1
`,
  'content/data/hardware/demo-gpu.yaml': `name: Demo GPU
kind: gpu
bandwidth:
  gbPerSecond: 1000
  source: card
  confidence: seen
cpu: { sockets: 1, cores: 8, threads: 16, source: card, confidence: seen }
`,
  'content/data/engines/demo-engine.yaml': `name: Demo Engine
docs: https://example.com/engine
version: { value: v1, date: 2026-01-01, source: card, confidence: seen }
precisions: [bf16]
requirements: []
command: demo serve
defaultPort: { value: 8000, source: 'card', confidence: seen }
images: []
platforms: []
defaults: []
precisionSupport:
  columns: [Demo GPU]
  rows:
    - { method: BF16, precisions: ['bf16'], cells: [{ value: 'yes' }] }
  source: 'card'
  confidence: seen
`,
  'content/data/engine-flags/demo-engine.yaml': `source: card
confidence: seen
flags:
  - { flag: --port, type: int, default: 8000 }
  - { flag: --host, type: str, default: null }
`,
  'content/data/quantization-effects/demo.yaml': `title: 各精度的准确率
model: demo-8b
measured: Demo-8B
benchmark: MMLU
measuredBy: { kind: vendor, name: Demo }
source: card
confidence: seen
rows:
  - { setup: BF16, precision: bf16, results: [{ metric: MMLU, value: 80 }] }
  - { setup: Q4, precision: q4, results: [{ metric: MMLU, value: 79 }] }
`,
  'content/data/apis/demo-vendor.yaml': `vendor: Demo
prices:
  - id: demo-large
    name: Demo Large
    region: mainland
    currency: CNY
    inputPerMillion: 1
    outputPerMillion: 4
    checkedOn: 2026-10
    source: card
    confidence: seen
`,
  'content/data/rentals/demo-platform.yaml': `platform: Demo
region: mainland
offers:
  - id: demo-platform-gpu
    item: Demo GPU
    hardware: demo-gpu
    devices: 1
    amount: 2
    currency: CNY
    per: hour
    checkedOn: 2026-11
    source: card
    confidence: seen
`,
  'content/data/electricity/demo-city.yaml': `region: 示例
customer: residential
tariff: 居民阶梯
currency: CNY
prices:
  - { perKwh: 0.5, checkedOn: 2026-11, source: card, confidence: seen }
  - { perKwh: 0.6, checkedOn: 2026-11, source: card, confidence: seen }
tierLimits: { kwhPerYear: [2880], checkedOn: 2026-11, source: card, confidence: seen }
`,
  'content/data/hosting/demo-room.yaml': `name: 示例机房
items:
  - item: 机位
    amount: 300
    amountHigh: 800
    currency: CNY
    per: month
    checkedOn: 2026-11
    source: card
    confidence: seen
`,
  'content/data/rates/usd-cny.yaml': `from: USD
to: CNY
value: 7
date: 2026-08-22
source: card
confidence: seen
`,
  'content/data/benchmarks/demo-8b.yaml': `scores:
  - benchmark: HumanEval
    variant: instruct
    metric: pass@1
    value: 81.1
    unit: '%'
    measuredBy: { kind: vendor, name: Demo }
    date: 2025-01-02
    source: card
    confidence: seen
`,
  'content/data/measurements/speed.csv': `id,source,sourceUrl,sourceDetail,machineName,devices,engine,modelName,precisionName,promptTokens,generatedTokens,contextTokens,concurrency,prefillTokensPerSecond,decodeTokensPerSecond,throughputTokensPerSecond,throughputKind,date,parametersB,activeParametersB,modelSizeGib,powerWatts,flags,excluded,note
speed-0001,card,https://example.com/speed,,Demo GPU,1,demo 1.0,Demo-8B,BF16,1,,,1,,60,,,2025-02,,,,,,,
`,
  'content/data/measurements/memory.csv': `id,source,sourceUrl,sourceDetail,machineName,devices,engine,modelName,precisionName,subject,contextTokens,concurrency,value,unit,printedUnit,date,flags,excluded,note
memory-0001,card,https://example.com/memory,,Demo GPU,1,demo 1.0,Demo-8B,BF16,total-gpu,,,15.5,GiB,GB,2025-02,,,
`,
  'content/data/errata/s001.yaml': `section: 资源占用
model: demo-8b
item: 内存
original: 10GB
checked: 16.0 GB
verdict: impossible
why: 权重放不下
sources: [card]
confidence: derived
checkedOn: 2026-11-22
`,
  'content/data/claims/resources.yaml': `title: 资源占用
section: 资源占用
page: /guide/cost/#资源占用
rowHead: 模型
columns:
  - { key: memory, label: 内存, model: demo-8b }
rows:
  - key: demo
    label: Demo
    line: 12
    model: demo-8b
    cells:
      memory: { text: 10GB, errata: [s001], means: { low: 10, unit: GB, precision: bf16, hardware: demo-gpu } }
`,
  'content/data/picker/tree.yaml': `title: 决策树
section: 决策树
question: 你的可用内存是多少？
line: 19
branches:
  - id: any
    label: 不限
    line: 20
    exampleGb: 32
    questions:
      - kind: yes-no
        text: 主要用途是代码？
        line: 21
        param: code
        yes: { reply: 'Yes', label: Demo, line: 22, model: demo-8b, gain: 快, errata: [s001] }
        no: { reply: 'No', label: Demo, line: 23, model: demo-8b, gain: 好 }
`,
};
