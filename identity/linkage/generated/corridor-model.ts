/** Made by ../generate.ts; learnt from 100,000 made-up persons and 40,000 questions (seed 101). */
import type { LinkModel } from '../model.ts';

export const CORRIDOR_MODEL: LinkModel = {
  "settings": "corridor@1",
  "lambda": 0.000006330666666666667,
  "comparisons": [
    {
      "name": "given",
      "levels": [
        {
          "test": "equal",
          "m": 0.7811,
          "u": 0.001457
        },
        {
          "test": "fold",
          "m": 0.03892,
          "u": 0.00006833
        },
        {
          "test": "variant",
          "m": 0.00002274,
          "u": 0.00001141
        },
        {
          "test": "fold",
          "m": 0.8432,
          "u": 0.001262
        },
        {
          "test": "variant",
          "m": 0.01452,
          "u": 0.00001184
        },
        {
          "test": "sound",
          "m": 0.848,
          "u": 0.005126
        },
        {
          "test": "skeleton",
          "m": 0.0455,
          "u": 0.002266
        },
        {
          "test": "sound",
          "m": 0.0543,
          "u": 0.00748
        },
        {
          "test": "jaroWinkler",
          "m": 0.0886,
          "u": 0.0005806
        },
        {
          "test": "jaroWinkler",
          "m": 0.08531,
          "u": 0.0006585
        },
        {
          "test": "skeleton",
          "m": 0.0648,
          "u": 0.003017
        },
        {
          "test": "skeleton",
          "m": 0.03293,
          "u": 0.001755
        },
        {
          "test": "jaroWinkler",
          "m": 0.01605,
          "u": 0.007797
        },
        {
          "test": "jaroWinkler",
          "m": 0.01457,
          "u": 0.007334
        },
        {
          "test": "sound",
          "m": 0.03651,
          "u": 0.0351
        },
        {
          "test": "initial",
          "m": 0.0001562,
          "u": 0.000186
        },
        {
          "test": "swapped",
          "m": 0.01249,
          "u": 0.00003001
        },
        {
          "test": "different",
          "m": 0.01052,
          "u": 0.9871
        },
        {
          "test": "different",
          "m": 0.00944,
          "u": 0.989
        },
        {
          "test": "different",
          "m": 0.01572,
          "u": 0.95
        }
      ]
    },
    {
      "name": "parent",
      "levels": [
        {
          "test": "equal",
          "m": 0.6915,
          "u": 0.002517
        },
        {
          "test": "fold",
          "m": 0.1294,
          "u": 0.002919
        },
        {
          "test": "variant",
          "m": 0.004258,
          "u": 0.0000596
        },
        {
          "test": "fold",
          "m": 0.7822,
          "u": 0.004033
        },
        {
          "test": "variant",
          "m": 0.02305,
          "u": 0.0002409
        },
        {
          "test": "sound",
          "m": 0.8715,
          "u": 0.009238
        },
        {
          "test": "skeleton",
          "m": 0.01662,
          "u": 0.002328
        },
        {
          "test": "sound",
          "m": 0.06181,
          "u": 0.01144
        },
        {
          "test": "jaroWinkler",
          "m": 0.09203,
          "u": 0.001757
        },
        {
          "test": "jaroWinkler",
          "m": 0.1407,
          "u": 0.001874
        },
        {
          "test": "skeleton",
          "m": 0.03611,
          "u": 0.002949
        },
        {
          "test": "skeleton",
          "m": 0.02625,
          "u": 0.002159
        },
        {
          "test": "jaroWinkler",
          "m": 0.01031,
          "u": 0.01479
        },
        {
          "test": "jaroWinkler",
          "m": 0.01426,
          "u": 0.01496
        },
        {
          "test": "sound",
          "m": 0.04403,
          "u": 0.06222
        },
        {
          "test": "initial",
          "m": 0.02455,
          "u": 0.005734
        },
        {
          "test": "otherRole",
          "m": 0.03102,
          "u": 0.121
        },
        {
          "test": "different",
          "m": 0.0364,
          "u": 0.975
        },
        {
          "test": "different",
          "m": 0.01356,
          "u": 0.9767
        },
        {
          "test": "different",
          "m": 0.006018,
          "u": 0.9148
        }
      ]
    },
    {
      "name": "secondParent",
      "levels": [
        {
          "test": "equal",
          "m": 0.5381,
          "u": 0.0002154
        },
        {
          "test": "fold",
          "m": 0.02752,
          "u": 0.0002872
        },
        {
          "test": "variant",
          "m": 0.003614,
          "u": 1.888e-7
        },
        {
          "test": "fold",
          "m": 0.3326,
          "u": 0.0002244
        },
        {
          "test": "variant",
          "m": 0.02918,
          "u": 0.00008983
        },
        {
          "test": "sound",
          "m": 0.7,
          "u": 0.002632
        },
        {
          "test": "skeleton",
          "m": 0.08,
          "u": 0.002632
        },
        {
          "test": "sound",
          "m": 0.12,
          "u": 0.002632
        },
        {
          "test": "jaroWinkler",
          "m": 0.163,
          "u": 0.0002154
        },
        {
          "test": "jaroWinkler",
          "m": 0.2318,
          "u": 0.0001795
        },
        {
          "test": "skeleton",
          "m": 0.05019,
          "u": 0.00007193
        },
        {
          "test": "skeleton",
          "m": 0.04173,
          "u": 0.00004497
        },
        {
          "test": "jaroWinkler",
          "m": 0.08726,
          "u": 0.001076
        },
        {
          "test": "jaroWinkler",
          "m": 0.1143,
          "u": 0.001077
        },
        {
          "test": "sound",
          "m": 0.06,
          "u": 0.002632
        },
        {
          "test": "initial",
          "m": 0.0627,
          "u": 0.0003312
        },
        {
          "test": "different",
          "m": 0.1303,
          "u": 0.9981
        },
        {
          "test": "different",
          "m": 0.2504,
          "u": 0.9984
        },
        {
          "test": "different",
          "m": 0.04,
          "u": 0.95
        }
      ]
    },
    {
      "name": "birthDate",
      "levels": [
        {
          "test": "equal",
          "m": 0.6731,
          "u": 0.00006974
        },
        {
          "test": "dayMonthSwapped",
          "m": 0.01124,
          "u": 0.00001634
        },
        {
          "test": "oneDigit",
          "m": 0.01297,
          "u": 0.001357
        },
        {
          "test": "sameYearOneUnknown",
          "m": 0.09883,
          "u": 0.001665
        },
        {
          "test": "sameYearMonth",
          "m": 0.0183,
          "u": 0.0005489
        },
        {
          "test": "yearApart",
          "m": 0.02626,
          "u": 0.000149
        },
        {
          "test": "sameYear",
          "m": 0.004944,
          "u": 0.01067
        },
        {
          "test": "different",
          "m": 0.1543,
          "u": 0.9855
        }
      ]
    },
    {
      "name": "sex",
      "levels": [
        {
          "test": "equal",
          "m": 0.9855,
          "u": 0.5
        },
        {
          "test": "different",
          "m": 0.01449,
          "u": 0.4999
        }
      ]
    },
    {
      "name": "birthPlace",
      "levels": [
        {
          "test": "sameUnit",
          "m": 0.7088,
          "u": 0.02939
        },
        {
          "test": "within",
          "m": 0.2176,
          "u": 0.04818
        },
        {
          "test": "sameRegion",
          "m": 0.004889,
          "u": 0.02471
        },
        {
          "test": "different",
          "m": 0.06878,
          "u": 0.8977
        }
      ]
    },
    {
      "name": "iin",
      "levels": [
        {
          "test": "equal",
          "m": 0.97,
          "u": 1e-9
        },
        {
          "test": "different",
          "m": 0.03,
          "u": 0.95
        }
      ]
    },
    {
      "name": "register",
      "levels": [
        {
          "test": "equal",
          "m": 0.97,
          "u": 1e-9
        },
        {
          "test": "different",
          "m": 0.03,
          "u": 0.95
        }
      ]
    }
  ],
  "calibration": {
    "scores": [
      -13.186,
      -13.001,
      -12.753,
      -12.566,
      -12.127,
      -11.733,
      -10.649,
      -9.443,
      -8.433,
      -7.634,
      -7.183,
      -6.406,
      -5.445,
      -4.586,
      -3.742,
      -2.824,
      -2.091,
      -1.438,
      -0.784,
      -0.262,
      0.23,
      0.698,
      1.417,
      2.268,
      2.748,
      3.065,
      3.412,
      3.789,
      4.194,
      4.679,
      5.729,
      7.219,
      11.029,
      16.53,
      22.998
    ],
    "probabilities": [
      0.00012914,
      0.00021524,
      0.00032287,
      0.00064572,
      0.0007211,
      0.00073181,
      0.00074981,
      0.0023391,
      0.0030028,
      0.003573,
      0.0038313,
      0.0075552,
      0.010116,
      0.028747,
      0.034867,
      0.063882,
      0.10389,
      0.11064,
      0.16205,
      0.20735,
      0.21441,
      0.2544,
      0.34162,
      0.40271,
      0.47394,
      0.49696,
      0.51768,
      0.57452,
      0.63737,
      0.69197,
      0.77079,
      0.88739,
      0.98222,
      0.9978,
      0.99882
    ],
    "pairs": 464523
  }
};
