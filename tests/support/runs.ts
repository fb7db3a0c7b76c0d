/** How often a costly property is tried: `usual` in every run of the tests, ZHENSHOU_RUNS times as often on demand. */
export function runs(usual: number): number {
  return usual * Math.max(1, Number(process.env.ZHENSHOU_RUNS ?? 1) || 1)
}
