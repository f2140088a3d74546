import type { SortKey } from '../../core/sort.ts';
import { codec, type Codec } from '../../url/codec.ts';
import { choiceParam, numberParam, optionalChoiceParam, sortParam, textParam } from '../../url/params.ts';
import { COLUMN_KEYS } from './columns.ts';

export interface MeasurementState {
  kind: 'speed' | 'memory';
  q: string;
  m: string | null;
  hw: string | null;
  prec: string | null;
  engine: string | null;
  src: string | null;
  sort: readonly SortKey[];
  /** Page, from 1. */
  p: number;
}

/** What a link may name: ids that at least one row has. */
export interface KnownIds {
  model: readonly string[];
  hardware: readonly string[];
  precision: readonly string[];
  engine: readonly string[];
  source: readonly string[];
}

export function measurementCodec(ids: KnownIds): Codec<MeasurementState> {
  return codec<MeasurementState>(
    {
      kind: choiceParam('speed', ['speed', 'memory']),
      q: textParam(100),
      m: known(ids.model, '写有实测的模型编号，例如 qwen2.5-72b-instruct'),
      hw: known(ids.hardware, '写有实测的机器编号，例如 rtx-4090-24gb'),
      prec: known(ids.precision, '写有实测的精度编号，例如 q4-k-m'),
      engine: known(ids.engine, '写引擎名，例如 vLLM'),
      src: known(ids.source, '写来源编号，例如 qwen25-speed'),
      sort: sortParam(COLUMN_KEYS, '-decode'),
      p: numberParam(1, { min: 1, max: 10_000 }),
    },
    {
      kind: ['实测的是什么：speed 速度，memory 内存', 'kind=memory'],
      q: ['要找的字', 'q=ollama'],
      m: ['模型的编号', 'm=qwen2.5-72b-instruct'],
      hw: ['机器的编号', 'hw=rtx-4090-24gb'],
      prec: ['精度的编号', 'prec=q4-k-m'],
      engine: ['引擎名，不含版本', 'engine=vLLM'],
      src: ['来源的编号', 'src=qwen25-speed'],
      sort: ['按哪些列排；点列头，地址里就有它的名字', 'sort=-decode'],
      p: ['第几页', 'p=2'],
    },
  );
}

/** A choice among hundreds: the note names an example, not all of them. */
function known(ids: readonly string[], expected: string) {
  return { ...optionalChoiceParam(ids), expected };
}
