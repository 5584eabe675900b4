// Whose real name a list must not show. Knows categories by their words, no table.

const IN_RECOVERY = /戒毒康复|戒毒历程|戒毒人员|recovery|rehabilitation/i;

/** True for stories of people in recovery: their storytellers appear under an alias in every list. Example: 成功戒毒历程. */
export function needsAlias(category: string): boolean {
  return IN_RECOVERY.test(category.normalize('NFKC').replace(/\s+/g, ''));
}
