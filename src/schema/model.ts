import { z } from 'zod';
import { count, id, isoDate, nonNegative, positive, provenance, text, url } from './shared.ts';

const nullable = <T extends z.ZodType>(schema: T) => schema.nullable();

/** Layer and head counts as in config.json; null where they do not apply to the attention in use. */
const architecture = z.strictObject({
  ...provenance,
  type: z.enum(['dense', 'moe'], { error: '结构只能写 dense（稠密）或 moe（混合专家）' }),
  attention: z.enum(['gqa', 'mha', 'mla', 'hybrid'], { error: '注意力只能写 gqa、mha、mla 或 hybrid' }),
  layers: count,
  hiddenSize: count,
  attentionHeads: count,
  kvHeads: nullable(count),
  headDim: nullable(count),
  /** Multi-head latent attention: rank of the compressed cache and width of the rotary part. */
  kvLoraRank: nullable(count),
  qkRopeHeadDim: nullable(count),
  fullAttentionLayers: z.int('要写整数').nonnegative('不能小于 0'),
  slidingWindow: nullable(count),
  slidingWindowLayers: nonNegative,
  experts: nullable(count),
  expertsPerToken: nullable(count),
  vocabSize: count,
  tieEmbeddings: z.boolean('只能写 true 或 false'),
  nativePrecision: id,
});

export const model = z.strictObject({
  name: text,
  /** Short name, as the guide and table rows use it. */
  shortName: text,
  /** Names under which measurements and other sites know the model. */
  aliases: z.array(text).optional(),
  developer: z.strictObject({ id, name: text }),
  family: id,
  repository: url.optional(),
  release: z.strictObject({ ...provenance, date: isoDate }),
  license: z.strictObject({
    ...provenance,
    name: text,
    spdx: text,
    commercialUse: nullable(
      z.enum(['yes', 'conditions', 'no'], { error: '商用只能写 yes、conditions 或 no；不知道写 null' }),
    ),
    /** One sentence; required by a rule when `commercialUse` is `conditions`. */
    condition: text.optional(),
  }),
  parameters: z.strictObject({
    ...provenance,
    /** Billions, as the publisher states them. */
    publishedB: positive,
    activePublishedB: nullable(positive),
    /** Integers counted from the architecture (text model only). */
    exact: nullable(z.strictObject({ ...provenance, total: count, active: nullable(count) })),
  }),
  architecture: nullable(architecture),
  context: z.strictObject({
    ...provenance,
    native: count,
    /** Reached only with YaRN or similar. */
    extended: nullable(count),
    note: text.optional(),
  }),
  abilities: z.strictObject({
    tools: z.strictObject({
      ...provenance,
      value: z.enum(['yes', 'partial', 'no'], { error: '工具调用只能写 yes、partial 或 no' }),
      note: text.optional(),
    }),
    reasoning: z.strictObject({
      ...provenance,
      value: z.enum(['none', 'hybrid', 'always'], { error: '推理模式只能写 none、hybrid 或 always' }),
    }),
    code: z.boolean('只能写 true 或 false'),
    vision: z.boolean('只能写 true 或 false'),
  }),
  languages: nullable(z.strictObject({ ...provenance, note: text, programmingLanguages: count.optional() })),
  /** Files that can be downloaded, with the size their registry prints. */
  files: z.array(z.strictObject({ ...provenance, precision: id, sizeGb: positive, tag: text })),
  /** What the original guide says of the model, in its words. */
  guide: z
    .strictObject({
      /** Page and anchor of the guide that treats the model. */
      path: text,
      pros: z.array(text).optional(),
      cons: z.array(text).optional(),
      uses: z.array(text).optional(),
    })
    .optional(),
  notes: text.optional(),
});
export type Model = z.infer<typeof model>;
