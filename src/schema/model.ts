import { z } from 'zod';
import { architecture } from './architecture.ts';
import { count, countOrZero, dayOrMonth, id, positive, provenance, text, url, yesOrNo } from './shared.ts';

const nullable = <T extends z.ZodType>(schema: T) => schema.nullable();

/** As a registry prints it: `32K`, where K is 1,024. */
const printedContext = z.string('要写文字').regex(/^\d+K$/, '照注册表写，例如 32K');

/** Memory one sequence takes at 16 bit, linear layers left out. */
const kvCache = z.strictObject({
  ...provenance,
  /** Of the layers with full attention; grows with the context. */
  bytesPerToken16bit: countOrZero,
  /** Of the sliding layers, once their windows are full. */
  fixedBytes16bit: countOrZero,
  note: text.optional(),
});

const engines = z.strictObject({
  vllm: nullable(
    z.strictObject({
      ...provenance,
      /** What the recipe asks for, not the first release able to load the model. */
      minVersion: text,
      basis: z.enum(['own-recipe', 'sibling-recipe', 'model-card'], {
        error: '依据只能写 own-recipe（自己的配方）、sibling-recipe（同系列的配方）或 model-card（模型卡）',
      }),
      recipe: text.optional(),
      /** Memory the recipe asks for; the repository where it is not the model's own. */
      vram: z
        .array(
          z.strictObject({ precision: id, repository: text.optional(), gb: positive, note: text.optional() }),
        )
        .optional(),
    }),
  ),
  llamaCpp: nullable(z.strictObject({ ...provenance, architecture: text })),
  ollama: nullable(
    z.strictObject({
      ...provenance,
      tag: text,
      capabilities: z
        .array(
          z.enum(['cloud', 'thinking', 'tools', 'vision'], {
            error: '能力只能写 cloud、thinking、tools 或 vision',
          }),
        )
        .optional(),
      /** Of the file behind the plain tag, whose precision the registry does not print. */
      sizeGb: positive.optional(),
      context: printedContext.optional(),
      cloudOnly: z.literal(true, { error: '只能写 true；不是就删去这一行' }).optional(),
      note: text.optional(),
    }),
  ),
});

export const model = z.strictObject({
  name: text,
  /** Short name, as the guide and table rows use it. */
  shortName: text,
  /** Names under which measurements and other sites know exactly this model. */
  aliases: z.array(text).optional(),
  /** Names of other checkpoints whose memory and speed are the same: base, refresh, earlier release. */
  sameArchitecture: z.array(z.strictObject({ name: text, what: text })).optional(),
  developer: z.strictObject({ id, name: text }),
  family: id,
  /** The maker's later model of the same line and size class. */
  successor: id.optional(),
  repository: url.optional(),
  release: z.strictObject({ ...provenance, date: dayOrMonth }),
  license: z.strictObject({
    ...provenance,
    name: text,
    spdx: nullable(text),
    commercialUse: nullable(
      z.enum(['yes', 'conditions', 'no'], { error: '商用只能写 yes、conditions 或 no；不知道写 null' }),
    ),
    /** One sentence; required by a rule when `commercialUse` is `conditions`. */
    condition: text.optional(),
    note: text.optional(),
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
  kvCache: nullable(kvCache),
  /** Why memory cannot be estimated; required by a rule where `kvCache` is null. */
  noMemoryEstimate: text.optional(),
  /** Size of the original checkpoint. */
  checkpointBytes: z.strictObject({ ...provenance, bytes: count }).optional(),
  /** Sizes of weights that the maker or an engine publishes, GiB = 2³⁰ bytes. */
  publishedWeights: z.array(z.strictObject({ ...provenance, precision: id, gib: positive })).optional(),
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
    code: yesOrNo,
    vision: yesOrNo,
    video: yesOrNo.optional(),
  }),
  languages: nullable(z.strictObject({ ...provenance, note: text, programmingLanguages: count.optional() })),
  /** Files that can be downloaded, with the size their registry prints. */
  files: z.array(
    z.strictObject({
      ...provenance,
      precision: id,
      sizeGb: positive,
      tag: text,
      context: printedContext.optional(),
      note: text.optional(),
    }),
  ),
  /** Repositories of quantized weights, as the maker names them. */
  quantizedRepositories: z
    .strictObject({ ...provenance, names: z.array(text).min(1, '至少要有一个仓库') })
    .optional(),
  engines,
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
