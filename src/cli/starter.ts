/** A first scenario: small, complete, and with a comment on every field that it has. */
export const starter = `# A first scenario. Replace the numbers by your own, then:
#
#   apportion check FILE      says in words how each number was understood
#   apportion simulate FILE   shows what today's plan may lead to
#   apportion optimize FILE   finds the best plan under your limits
#
# How sure are you? Write it into the number:
#
#   2.10            certain
#   1.8 to 2.6      90 % sure that it lies between
#   10 / 20 / 60    at least / most likely / at most
#   8 of 200        measured: 8 successes in 200 tries
#
# 30%, 5k and 1.2M are read as people write them.

apportion: 1 # version of the file format
name: My first plan
currency: EUR # of all money in this file

# Twelve weeks. Money below is per week unless it says otherwise.
horizon: { periods: 12, unit: week }

# Media money for the whole plan. Instead of total: atMost, perPeriod, or flexible: true.
budget: { total: 240k }

# What a customer is worth. A channel may have a value of its own.
value:
  orderValue: 70 to 90
  grossMargin: 38% to 46% # of the order, after the cost of goods
  repeat: { rate: 20% to 35%, every: 8, horizon: 52 } # chance of a further order, weeks between, weeks that count

channels:
  search:
    price: { cpc: 0.90 to 1.50 } # or cpm, cpl, cpa, flat
    funnel: { clickToCustomer: 2.5% to 4% } # steps from what is bought to customers
    # Diminishing returns: near "scale" per week the audience is largely reached.
    # The rates above are the average seen at 12,000 a week.
    response: { curve: exponential, scale: 15k to 40k, observedAt: 12k }
    plan: 12k # what is spent today
    limits: { max: 25k } # what may be spent: also min, total, share, maxChange

  social:
    price: { cpm: 6 to 11 }
    funnel: { impressionToClick: 0.8% to 1.4%, clickToCustomer: 1.5% to 3% }
    response: { curve: exponential, scale: 8k to 25k, observedAt: 6k }
    carryover: { curve: geometric, retention: 10% to 30% } # share of the effect that is left a week later
    plan: 6k
    limits: { min: 1k }

  newsletter:
    price: { cpl: 3 to 6 } # money per address
    funnel: { leadToCustomer: 4% to 9% }
    response: { curve: exponential, scale: 2k to 6k, observedAt: 2k }
    plan: 2k

# What if? apportion simulate FILE --stress dearer-clicks
stresses:
  dearer-clicks: { label: Clicks cost 30 % more, multiply: { search.price: 1.3 } }

# What you want to reach, and how sure you want to be of it.
targets:
  - { metric: profit, atLeast: 0, probability: 80% }

goal: { maximize: profit } # or revenue, or customers
`;
