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
  return codec<AccuracyState>({
    what: choiceParam('decode', QUANTITIES),
    engine: known(ids.engine, '写有估算的引擎，例如 llama.cpp'),
    class: known(ids.class, '写机器类别的编号，例如 nvidia-gddr'),
    kind: optionalChoiceParam(['dense', 'moe']),
    src: known(ids.source, '写来源的编号，例如 qwen25-speed'),
    sort: sortParam(COLUMN_KEYS, '-error'),
    p: numberParam(1, { min: 1, max: 10_000 }),
  });
}

/** A choice among dozens: the note names an example, not all of them. */
function known(ids: readonly string[], expected: string) {
  return { ...optionalChoiceParam(ids), expected };
}
