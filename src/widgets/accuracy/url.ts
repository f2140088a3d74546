import type { AccuracyFilters } from '../../core/accuracy-rows.ts';
import { QUANTITIES } from '../../core/estimate/accuracy-words.ts';
import type { SortKey } from '../../core/sort.ts';
import { codec, type Codec } from '../../url/codec.ts';
import { choiceParam, numberParam, optionalChoiceParam, sortParam } from '../../url/params.ts';
import { COLUMN_KEYS } from './columns.ts';

export interface AccuracyState extends AccuracyFilters {
  sort: readonly SortKey[];
  /** Page, from 1. */
  p: number;
}

/** What a link may name: ids that at least one row has. */
export interface KnownIds {
  engine: readonly string[];
  class: readonly string[];
  source: readonly string[];
}

export function accuracyCodec(ids: KnownIds): Codec<AccuracyState> {
  return codec<AccuracyState>(
    {
      what: choiceParam('decode', QUANTITIES),
      engine: known(ids.engine, '写有估算的引擎，例如 llama.cpp'),
      class: known(ids.class, '写机器类别的编号，例如 nvidia-gddr'),
      kind: optionalChoiceParam(['dense', 'moe']),
      src: known(ids.source, '写来源的编号，例如 qwen25-speed'),
      sort: sortParam(COLUMN_KEYS, '-error'),
      p: numberParam(1, { min: 1, max: 10_000 }),
    },
    {
      what: [
        '估算的是什么：decode 生成速度、prefill 预填充速度、throughput 吞吐、weightsFile 权重文件、kvCache KV 缓存、totalMemory 显存合计',
        'what=prefill',
      ],
      engine: ['引擎的编号；内存是来源写的引擎名', 'engine=llama.cpp'],
      class: ['机器类别的编号；只用于速度', 'class=apple-late'],
      kind: ['结构：dense 稠密，moe 混合专家', 'kind=moe'],
      src: ['来源的编号', 'src=qwen25-speed'],
      sort: ['按哪些列排；error 按误差的大小，不分偏高偏低', 'sort=-error'],
      p: ['第几页', 'p=2'],
    },
  );
}

/** A choice among dozens: the note names an example, not all of them. */
function known(ids: readonly string[], expected: string) {
  return { ...optionalChoiceParam(ids), expected };
}
