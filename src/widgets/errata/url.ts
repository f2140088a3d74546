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
  return codec<ErrataState>({
    verdict: optionalChoiceParam(GRAVITY),
    model: optionalChoiceParam([...models, 'none']),
  });
}
