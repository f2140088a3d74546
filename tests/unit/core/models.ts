import fc from 'fast-check';
import type { ModelFacts } from '../../../src/core/bounds.ts';

/** The guide's three models, as counted from their published configurations. */
export const coder32b: ModelFacts = {
  totalParameters: 32_763_876_352,
  activeParameters: null,
  vocabSize: 152_064,
  hiddenSize: 5120,
  tieEmbeddings: false,
};

export const general72b: ModelFacts = { ...coder32b, totalParameters: 72_706_203_648, hiddenSize: 8192 };

export const lite16b: ModelFacts = {
  totalParameters: 15_706_484_224,
  activeParameters: 2_451_435_008,
  vocabSize: 102_400,
  hiddenSize: 2048,
  tieEmbeddings: false,
};

/** Dense and mixed models whose embedding table is a part of their parameters. */
export const modelFactsArbitrary: fc.Arbitrary<ModelFacts> = fc
  .record({
    vocabSize: fc.integer({ min: 1000, max: 300_000 }),
    hiddenSize: fc.integer({ min: 64, max: 16_384 }),
    layersParameters: fc.integer({ min: 1e6, max: 1e12 }),
    activeShare: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
    tieEmbeddings: fc.boolean(),
  })
  .map(({ layersParameters, activeShare, ...shape }) => ({
    ...shape,
    totalParameters: layersParameters + 2 * shape.vocabSize * shape.hiddenSize,
    activeParameters: activeShare === null ? null : Math.ceil(layersParameters * activeShare),
  }));
