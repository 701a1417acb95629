"""Words to exact intervals: numbers, hedges, precision, units, and dates."""
