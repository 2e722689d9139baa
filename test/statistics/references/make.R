# Makes r.json: what R says of the same numbers. Debian 12: r-base-core, r-cran-{jsonlite,psych,lme4,sandwich}.
#   cd test/statistics/references && Rscript make.R
# The package `changepoint` is not in Debian: change points are found here by looking at every way to cut, from their definition.
suppressPackageStartupMessages({ library(jsonlite); library(psych); library(lme4); library(sandwich) })
set.seed(20261129)

ar <- function(n, phi, sd = 1) round(as.numeric(arima.sim(list(ar = phi), n)) * sd, 6)
x <- ar(60, 0.4)
y <- round(0.6 * x + 0.8 * rnorm(60), 6)
days <- sort(sample(1:90, 60))

neighbours <- function(at, a, b = a, lag = 1) {
  rows <- match(at - lag, at)
  keep <- !is.na(rows)
  list(before = a[rows[keep]], after = b[keep])
}
near <- neighbours(days, x)
far <- neighbours(days, x, y, 2)
r1 <- cor(near$before, near$after); n1 <- length(near$before)
corrected <- (n1 * r1 + 1) / (n1 - 3)
half <- qt(0.975, n1 - 3) * sqrt((1 - r1^2) / (n1 - 3))

# Every cut into stretches of `least` or more, by dynamic programming over all starts.
best_cuts <- function(v, penalty, least) {
  n <- length(v)
  cost <- function(from, to) sum((v[from:to] - mean(v[from:to]))^2)
  best <- c(-penalty, rep(Inf, n)); back <- integer(n + 1)
  for (end in least:n) for (start in 0:(end - least)) if (is.finite(best[start + 1])) {
    total <- best[start + 1] + cost(start + 1, end) + penalty
    if (total < best[end + 1]) { best[end + 1] <- total; back[end + 1] <- start }
  }
  cuts <- integer(0); end <- n
  while (end > 0 && back[end + 1] > 0) { cuts <- c(back[end + 1], cuts); end <- back[end + 1] }
  cuts
}
levels <- c(rep(0, 25), rep(1.5, 18), rep(0.4, 30), rep(2, 7))
steps <- round(levels + rnorm(80, sd = 0.6), 6)

smooth <- loess(y ~ days, span = 0.5, degree = 1, control = loess.control(surface = "direct", statistics = "exact"))
at <- c(min(days), 20.5, 45, max(days))
fit <- predict(smooth, data.frame(days = at), se = TRUE)

line <- lm(y ~ x)
slope <- unname(coef(line)[2])
apart <- x - mean(x)
# The scores of sandwich's estfun for the slope, over the root of one minus the leverage, and Bartlett's weights for three lags.
scores <- apart * resid(line) / sqrt(1 - hatvalues(line))
long <- sum(scores^2) + sum(sapply(1:3, function(l) 2 * (1 - l / 4) * sum(tail(scores, -l) * head(scores, -l))))
error <- sqrt(long) / sum(apart^2)
hc2 <- sqrt(vcovHC(line, type = "HC2")[2, 2])
b <- 4 / 60
wide <- (qnorm(0.975) + 2.9694 * b + 0.4160 * b^2 - 0.5324 * b^3) / qnorm(0.975) * error
df <- min(58, sum(apart^2)^2 / sum(apart^4))

rolled <- sapply(c(10, 30, 60), function(t) mean(x[abs(days - t) <= 7]))

d <- x - y
bins <- cut(x, quantile(x, 0:4 / 4), include.lowest = TRUE)
bin_n <- as.numeric(table(bins))

sizes <- c(3, 8, 12, 5, 9, 20, 3)
key <- rep(seq_along(sizes) - 1, sizes)
value <- round(rep(rnorm(7, sd = 0.7), sizes) + rnorm(60), 6)
table1 <- anova(lm(value ~ factor(key)))
msb <- table1[1, 3]; msw <- table1[2, 3]
n0 <- (60 - sum(sizes^2) / 60) / 6
tau2 <- max(0, (msb - msw) / n0)
own <- as.numeric(tapply(value, key, mean))
w <- 1 / (tau2 + msw / sizes)
centre <- sum(w * own) / sum(w)
lambda <- tau2 / (tau2 + msw / sizes)
# With groups of one size the same comes out of a model by restricted likelihood.
even_key <- rep(0:6, each = 10)
even <- round(rep(rnorm(7, sd = 0.8), each = 10) + rnorm(70), 6)
reml <- lmer(even ~ 1 + (1 | k), data = data.frame(even, k = even_key), control = lmerControl(optCtrl = list(xtol_rel = 1e-14, ftol_abs = 1e-14)))

stats <- statsBy(data.frame(key, value, other = round(value * 0.5 + rnorm(60), 6)), group = "key", cors = TRUE)
other <- round(0.5 * value + rep(rnorm(7), sizes) + rnorm(60), 6)
both <- statsBy(data.frame(key, value, other), group = "key", cors = TRUE)

effects <- round(rnorm(12, sd = 0.15), 6); errors <- round(runif(12, 0.05, 0.15), 6)
excess <- function(t2) sum(effects^2 / (t2 + errors^2)) - 12
t2 <- if (excess(0) > 0) uniroot(excess, c(0, 1), tol = 1e-15)$root else 0
shrink <- t2 / (t2 + errors^2)

ratings <- matrix(pmin(5, pmax(0, round(rep(rnorm(20, 2), 4) + rnorm(80)))), 20)
icc <- suppressWarnings(ICC(ratings, lmer = FALSE))$results

ps <- round(runif(25)^3, 6)

out <- list(
  made = paste(R.version.string, paste(sapply(c("psych", "lme4", "sandwich"), function(p) paste(p, packageVersion(p))), collapse = ", "), sep = "; "),
  columns = list(x = x, y = y, days = days),
  studentP = list(t = c(0.1, 1, 2.5, 8), df = c(3, 10, 57.5, 400), p = 2 * pt(-c(0.1, 1, 2.5, 8), c(3, 10, 57.5, 400))),
  studentQuantile = list(df = c(1, 3, 10, 57.5, 400), q = qt(0.975, c(1, 3, 10, 57.5, 400))),
  incompleteBeta = list(x = c(0.1, 0.5, 0.9, 0.99), a = c(0.5, 2, 30, 5), b = c(0.5, 3, 4, 0.5), value = pbeta(c(0.1, 0.5, 0.9, 0.99), c(0.5, 2, 30, 5), c(0.5, 3, 4, 0.5))),
  mssd = list(value = mean((near$after - near$before)^2), n = n1),
  lag2 = list(r = cor(far$before, far$after), n = length(far$before)),
  inertia = list(r = r1, corrected = corrected, low = corrected - half, high = corrected + half, p = 2 * pt(-abs(corrected / sqrt((1 - r1^2) / (n1 - 3))), n1 - 3)),
  changePoints = list(values = steps, penalties = c(0.5, 2, 5, 50), least = c(1, 4, 7, 3),
    cuts = Map(function(p, l) as.list(best_cuts(steps, p, l)), c(0.5, 2, 5, 50), c(1, 4, 7, 3))),
  loess = list(at = at, fit = as.numeric(fit$fit), halfWidth = as.numeric(qt(0.975, fit$df) * fit$se.fit)),
  robustSlope = list(slope = slope, intercept = unname(coef(line)[1]), error = error, hc2 = hc2, p = 2 * pt(-abs(slope / wide), df),
    low = slope - qt(0.975, df) * wide, high = slope + qt(0.975, df) * wide),
  rolling = list(at = c(10, 30, 60), mean = rolled),
  blandAltman = list(mean = mean(d), low = mean(d) - qt(0.975, 59) * sd(d) / sqrt(60), high = mean(d) + qt(0.975, 59) * sd(d) / sqrt(60),
    lowerLimit = mean(d) - qnorm(0.975) * sd(d), upperLimit = mean(d) + qnorm(0.975) * sd(d), limitHalfWidth = qt(0.975, 59) * sd(d) * sqrt(3 / 60)),
  calibration = list(meanX = as.numeric(tapply(x, bins, mean)), meanY = as.numeric(tapply(y, bins, mean)), n = bin_n,
    halfWidth = as.numeric(qt(0.975, bin_n - 1) * tapply(y, bins, sd) / sqrt(bin_n))),
  groups = list(key = key, value = value, other = other, within = msw, between = tau2, icc1 = unname(stats$ICC1["value"]), icc2 = unname(stats$ICC2["value"]),
    centre = centre, pooled = lambda * own + (1 - lambda) * centre, errors = sqrt(lambda * msw / sizes + (1 - lambda)^2 / sum(w)),
    rWithin = unname(both$rwg[1, 2]), rBetween = unname(both$rbg[1, 2])),
  evenGroups = list(key = even_key, value = even, within = sigma(reml)^2, between = as.numeric(VarCorr(reml)$k),
    centre = unname(fixef(reml)), pooled = as.numeric(coef(reml)$k[, 1])),
  shrunk = list(effects = effects, errors = errors, shrunk = shrink * effects, shrunkErrors = errors * sqrt(shrink)),
  benjaminiHochberg = list(p = ps, adjusted = p.adjust(ps, 'BH')),
  consistency = list(rows = ratings, icc = icc[icc$type == "ICC3k", "ICC"])
)
write(toJSON(out, digits = NA, auto_unbox = TRUE), "r.json")
