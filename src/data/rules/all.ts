import {
  assertCountFollowsArchitecture,
  assertExpertsTold,
  assertKvCacheFollowsArchitecture,
  assertLayersAddUp,
  assertMemoryEstimateExplained,
} from './architecture.ts';
import {
  assertActiveNearPublished,
  assertDenseHasNoActivePart,
  assertExactFollowsArchitecture,
  assertHeadsShared,
  assertLatentRankTold,
  assertWindowHasLayers,
} from './attention.ts';
import { assertFilesHoldWeights } from './bounds.ts';
import {
  assertClaimCellsHaveColumns,
  assertClaimKeysDiffer,
  assertClaimRangesRise,
  assertErrataCited,
} from './claims.ts';
import { assertDatesNotInFuture } from './dates.ts';
import {
  assertFlagsBelongToEngine,
  assertFlagsDiffer,
  assertPortsExist,
  assertSupportCellsMatchColumns,
} from './engines.ts';
import {
  assertActiveWithinTotal,
  assertExtendedContextLonger,
  assertLicenseConditionStated,
  assertMemoryNotSeen,
  assertScoresWithinUnit,
  assertSourcesCanBeOpened,
  assertThreadsCoverCores,
} from './facts.ts';
import {
  assertBandwidthMatchesChannels,
  assertComputeKindsDiffer,
  assertConflictingFieldsLeftOpen,
  assertConflictsHaveTwoSources,
  assertMemoryInGb,
} from './hardware.ts';
import {
  assertAliasesDiffer,
  assertDevelopersAgree,
  assertFamiliesSpelt,
  assertFilesDiffer,
  assertLabelsDiffer,
  assertNamedMemoryAgrees,
} from './identity.ts';
import {
  assertEnginesNamed,
  assertLeftOutExplained,
  assertMeasuredWithinPeak,
  assertOptionsRise,
  assertPricesAfterRelease,
  assertReleaseDatesRead,
} from './machines.ts';
import {
  assertMeasuredMemoryFitsMachine,
  assertMeasuredUnits,
  assertMeasuredWeightsNotFarAbove,
  assertRowsDiffer,
} from './measured-slips.ts';
import {
  assertArchitectureIdsDiffer,
  assertMeasuredMemoryHoldsWeights,
  assertMeasuredSpeedWithinBandwidth,
  assertMeasuredYearsNotInFuture,
  assertNamesBelongToOneRecord,
} from './measurements.ts';
import {
  assertCountNearPublished,
  assertPackagedContextWithinModel,
  assertPublishedSizesHoldWeights,
  assertRecipesHoldWeights,
  assertSuccessorIsLater,
} from './models.ts';
import {
  assertCurrencyOfList,
  assertEndedPricesMarked,
  assertOutputNotCheaper,
  assertPricesDiffer,
  assertThirtyDaysOrdered,
  assertTiersNotCheaper,
} from './price-lists.ts';
import {
  assertCachedInputNotDearer,
  assertElectricityTiersRise,
  assertFeaturedPricesSound,
  assertOtherReadingsTold,
  assertPriceIdsDiffer,
  assertPriceIsFirstTier,
  assertPricePeriodsOrdered,
  assertTiersContiguous,
} from './prices.ts';
import { assertBitsAgree } from './quantizations.ts';
import { assertRangesRise } from './ranges.ts';
import { assertGuidePagesExist, assertReferencesExist, assertScoresBelongToModel } from './references.ts';
import {
  assertBenchmarksSpelt,
  assertPercentNotFraction,
  assertScoredAfterRelease,
  assertUnitsAgree,
} from './score-slips.ts';
import { assertBaseScoresMarked, assertEffectRowsComparable, assertScoresDiffer } from './scores.ts';
import { assertPlainTagHoldsWeights, assertSizesNotFarAboveWeights } from './sizes.ts';
import {
  assertElectricityUnits,
  assertHardwareUnits,
  assertModelUnits,
  assertPricesPerMillion,
  assertRatesSound,
} from './units.ts';
import type { Rule } from './fault.ts';

/** Every rule that spans records. A new one is listed here. */
export const RULES: Rule[] = [
  assertReferencesExist,
  assertScoresBelongToModel,
  assertGuidePagesExist,
  assertClaimCellsHaveColumns,
  assertClaimKeysDiffer,
  assertErrataCited,
  assertDatesNotInFuture,
  assertLicenseConditionStated,
  assertActiveWithinTotal,
  assertExtendedContextLonger,
  assertThreadsCoverCores,
  assertScoresWithinUnit,
  assertSourcesCanBeOpened,
  assertMemoryInGb,
  assertBandwidthMatchesChannels,
  assertComputeKindsDiffer,
  assertConflictsHaveTwoSources,
  assertConflictingFieldsLeftOpen,
  assertPriceIdsDiffer,
  assertTiersContiguous,
  assertPriceIsFirstTier,
  assertCachedInputNotDearer,
  assertPricePeriodsOrdered,
  assertFeaturedPricesSound,
  assertOtherReadingsTold,
  assertElectricityTiersRise,
  assertRangesRise,
  assertCountNearPublished,
  assertSuccessorIsLater,
  assertLayersAddUp,
  assertExpertsTold,
  assertCountFollowsArchitecture,
  assertKvCacheFollowsArchitecture,
  assertMemoryEstimateExplained,
  assertPackagedContextWithinModel,
  assertFilesHoldWeights,
  assertRecipesHoldWeights,
  assertPublishedSizesHoldWeights,
  assertScoresDiffer,
  assertBaseScoresMarked,
  assertEffectRowsComparable,
  assertSupportCellsMatchColumns,
  assertFlagsBelongToEngine,
  assertFlagsDiffer,
  assertArchitectureIdsDiffer,
  assertNamesBelongToOneRecord,
  assertMeasuredMemoryHoldsWeights,
  assertMeasuredSpeedWithinBandwidth,
  assertMeasuredYearsNotInFuture,
  assertMemoryNotSeen,
  assertModelUnits,
  assertHeadsShared,
  assertLatentRankTold,
  assertWindowHasLayers,
  assertDenseHasNoActivePart,
  assertActiveNearPublished,
  assertExactFollowsArchitecture,
  assertSizesNotFarAboveWeights,
  assertPlainTagHoldsWeights,
  assertFilesDiffer,
  assertAliasesDiffer,
  assertLabelsDiffer,
  assertDevelopersAgree,
  assertFamiliesSpelt,
  assertNamedMemoryAgrees,
  assertHardwareUnits,
  assertMeasuredWithinPeak,
  assertOptionsRise,
  assertLeftOutExplained,
  assertEnginesNamed,
  assertReleaseDatesRead,
  assertPricesAfterRelease,
  assertPricesPerMillion,
  assertOutputNotCheaper,
  assertTiersNotCheaper,
  assertCurrencyOfList,
  assertEndedPricesMarked,
  assertPricesDiffer,
  assertThirtyDaysOrdered,
  assertElectricityUnits,
  assertRatesSound,
  assertBitsAgree,
  assertPercentNotFraction,
  assertUnitsAgree,
  assertBenchmarksSpelt,
  assertScoredAfterRelease,
  assertClaimRangesRise,
  assertPortsExist,
  assertMeasuredUnits,
  assertRowsDiffer,
  assertMeasuredWeightsNotFarAbove,
  assertMeasuredMemoryFitsMachine,
];
