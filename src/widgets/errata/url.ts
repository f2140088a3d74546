import type { Verdict } from '../../schema/claim.ts';
import { GRAVITY } from '../../core/verdict.ts';
import { codec, type Codec } from '../../url/codec.ts';
import { optionalChoiceParam } from '../../url/params.ts';

export interface ErrataState {
  verdict: Verdict | null;
  /** Model id, or `none` for entries that concern no single model. */
  model: string | null;
}

export function errataCodec(models: readonly string[]): Codec<ErrataState> {
  return codec<ErrataState>(
    {
      verdict: optionalChoiceParam(GRAVITY),
      model: optionalChoiceParam([...models, 'none']),
    },
    {
      verdict: [
        '结论：impossible 不可能、differs 与公开数据不符、unverifiable 无法核实、agrees-with-condition 有条件成立、agrees 与公开数据一致',
        'verdict=impossible',
      ],
      model: ['模型的编号；none 是不单指一个模型的', 'model=none'],
    },
  );
}
