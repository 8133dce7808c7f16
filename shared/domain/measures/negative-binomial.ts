/**
 * The smallest k with P(X <= k) >= probability, X the failures before `shape` successes of chance `success` each; the shape
 * need not be whole. It is the count of a Poisson process whose rate is Gamma distributed. Found by summing the terms
 * p(k + 1) = p(k) (k + shape) / (k + 1) (1 - success), in logarithms because p(0) underflows for large shapes.
 */
export function negativeBinomialQuantile(probability: number, shape: number, success: number): number {
  if (!(probability > 0 && probability < 1 && shape > 0 && success > 0 && success <= 1)) {
    throw new RangeError(`no quantile for ${probability}, ${shape}, ${success}`)
  }
  if (success === 1) return 0
  let logTerm = shape * Math.log(success)
  let sum = Math.exp(logTerm)
  let k = 0
  // Rounding may keep the sum a hair below 1: past the mean the terms vanish, and then k is as far as it goes.
  const mean = (shape * (1 - success)) / success
  while (sum < probability && (k <= mean || Math.exp(logTerm) > Number.EPSILON)) {
    logTerm += Math.log((k + shape) / (k + 1)) + Math.log1p(-success)
    sum += Math.exp(logTerm)
    k += 1
  }
  return k
}
