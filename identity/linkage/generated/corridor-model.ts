/** Made by ../generate.ts; learnt from 100,000 made-up persons and 40,000 questions (seed 101). */
import type { LinkModel } from '../model.ts';

export const CORRIDOR_MODEL: LinkModel = {
  "settings": "corridor@1",
  "lambda": 0.000006188333333333333,
  "comparisons": [
    {
      "name": "given",
      "levels": [
        {
          "test": "equal",
          "m": 0.7743,
          "u": 0.001423
        },
        {
          "test": "fold",
          "m": 0.03935,
          "u": 0.00006833
        },
        {
          "test": "variant",
          "m": 0.00002272,
          "u": 0.00001141
        },
        {
          "test": "fold",
          "m": 0.8315,
          "u": 0.001214
        },
        {
          "test": "variant",
          "m": 0.01412,
          "u": 0.00001184
        },
        {
          "test": "sound",
          "m": 0.8442,
          "u": 0.005075
        },
        {
          "test": "skeleton",
          "m": 0.04329,
          "u": 0.002235
        },
        {
          "test": "sound",
          "m": 0.05597,
          "u": 0.007386
        },
        {
          "test": "jaroWinkler",
          "m": 0.08837,
          "u": 0.0006033
        },
        {
          "test": "jaroWinkler",
          "m": 0.08645,
          "u": 0.0006703
        },
        {
          "test": "skeleton",
          "m": 0.06719,
          "u": 0.002971
        },
        {
          "test": "skeleton",
          "m": 0.0353,
          "u": 0.001755
        },
        {
          "test": "jaroWinkler",
          "m": 0.01708,
          "u": 0.00774
        },
        {
          "test": "jaroWinkler",
          "m": 0.01446,
          "u": 0.007298
        },
        {
          "test": "sound",
          "m": 0.03806,
          "u": 0.03497
        },
        {
          "test": "initial",
          "m": 0.0002563,
          "u": 0.000182
        },
        {
          "test": "swapped",
          "m": 0.01337,
          "u": 0.00003001
        },
        {
          "test": "different",
          "m": 0.01372,
          "u": 0.9872
        },
        {
          "test": "different",
          "m": 0.01817,
          "u": 0.9891
        },
        {
          "test": "different",
          "m": 0.01844,
          "u": 0.9503
        }
      ]
    },
    {
      "name": "parent",
      "levels": [
        {
          "test": "equal",
          "m": 0.6756,
          "u": 0.002221
        },
        {
          "test": "fold",
          "m": 0.122,
          "u": 0.002565
        },
        {
          "test": "variant",
          "m": 0.004359,
          "u": 0.00005293
        },
        {
          "test": "fold",
          "m": 0.7453,
          "u": 0.003464
        },
        {
          "test": "variant",
          "m": 0.02359,
          "u": 0.0002055
        },
        {
          "test": "sound",
          "m": 0.8412,
          "u": 0.00818
        },
        {
          "test": "skeleton",
          "m": 0.01575,
          "u": 0.002068
        },
        {
          "test": "sound",
          "m": 0.0607,
          "u": 0.01019
        },
        {
          "test": "jaroWinkler",
          "m": 0.09892,
          "u": 0.001587
        },
        {
          "test": "jaroWinkler",
          "m": 0.1385,
          "u": 0.001631
        },
        {
          "test": "skeleton",
          "m": 0.04024,
          "u": 0.002645
        },
        {
          "test": "skeleton",
          "m": 0.0259,
          "u": 0.001874
        },
        {
          "test": "jaroWinkler",
          "m": 0.01171,
          "u": 0.01309
        },
        {
          "test": "jaroWinkler",
          "m": 0.01374,
          "u": 0.01298
        },
        {
          "test": "sound",
          "m": 0.04341,
          "u": 0.05544
        },
        {
          "test": "initial",
          "m": 0.0239,
          "u": 0.005745
        },
        {
          "test": "different",
          "m": 0.04715,
          "u": 0.9778
        },
        {
          "test": "different",
          "m": 0.05296,
          "u": 0.9798
        },
        {
          "test": "different",
          "m": 0.03897,
          "u": 0.9241
        }
      ]
    },
    {
      "name": "secondParent",
      "levels": [
        {
          "test": "equal",
          "m": 0.5256,
          "u": 0.0002154
        },
        {
          "test": "fold",
          "m": 0.02518,
          "u": 0.0002871
        },
        {
          "test": "variant",
          "m": 0.004872,
          "u": 1.888e-7
        },
        {
          "test": "fold",
          "m": 0.3166,
          "u": 0.0001795
        },
        {
          "test": "variant",
          "m": 0.02759,
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
          "m": 0.1446,
          "u": 0.0002154
        },
        {
          "test": "jaroWinkler",
          "m": 0.2216,
          "u": 0.0001795
        },
        {
          "test": "skeleton",
          "m": 0.0798,
          "u": 0.00007192
        },
        {
          "test": "skeleton",
          "m": 0.08469,
          "u": 1.18e-7
        },
        {
          "test": "jaroWinkler",
          "m": 0.08224,
          "u": 0.0009328
        },
        {
          "test": "jaroWinkler",
          "m": 0.09096,
          "u": 0.0009869
        },
        {
          "test": "sound",
          "m": 0.06,
          "u": 0.002632
        },
        {
          "test": "initial",
          "m": 0.05472,
          "u": 0.0003036
        },
        {
          "test": "different",
          "m": 0.1377,
          "u": 0.9983
        },
        {
          "test": "different",
          "m": 0.2585,
          "u": 0.9986
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
          "m": 0.6689,
          "u": 0.00006974
        },
        {
          "test": "dayMonthSwapped",
          "m": 0.01129,
          "u": 0.00001634
        },
        {
          "test": "oneDigit",
          "m": 0.01241,
          "u": 0.001357
        },
        {
          "test": "sameYearOneUnknown",
          "m": 0.09876,
          "u": 0.001665
        },
        {
          "test": "sameYearMonth",
          "m": 0.01872,
          "u": 0.0005489
        },
        {
          "test": "yearApart",
          "m": 0.02759,
          "u": 0.000149
        },
        {
          "test": "sameYear",
          "m": 0.007505,
          "u": 0.01067
        },
        {
          "test": "different",
          "m": 0.1548,
          "u": 0.9855
        }
      ]
    },
    {
      "name": "sex",
      "levels": [
        {
          "test": "equal",
          "m": 0.9838,
          "u": 0.5
        },
        {
          "test": "different",
          "m": 0.01622,
          "u": 0.4999
        }
      ]
    },
    {
      "name": "birthPlace",
      "levels": [
        {
          "test": "sameUnit",
          "m": 0.707,
          "u": 0.02939
        },
        {
          "test": "within",
          "m": 0.2178,
          "u": 0.04818
        },
        {
          "test": "sameRegion",
          "m": 0.005129,
          "u": 0.02471
        },
        {
          "test": "different",
          "m": 0.07011,
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
      -13.191,
      -12.187,
      -10.389,
      -9.784,
      -9.408,
      -8.132,
      -6.321,
      -5.213,
      -3.912,
      -2.403,
      -1.451,
      -0.819,
      -0.336,
      0.048,
      0.46,
      0.852,
      1.264,
      1.918,
      2.584,
      2.915,
      3.239,
      3.568,
      3.984,
      4.393,
      4.91,
      5.599,
      6.372,
      7.406,
      9.468,
      14.105,
      21.231
    ],
    "probabilities": [
      0.0001864,
      0.00084419,
      0.00087148,
      0.0019013,
      0.0028147,
      0.0054246,
      0.0085934,
      0.011594,
      0.035026,
      0.092863,
      0.11769,
      0.14933,
      0.24452,
      0.24975,
      0.25815,
      0.27993,
      0.31677,
      0.38828,
      0.42548,
      0.48807,
      0.49198,
      0.52879,
      0.59015,
      0.68323,
      0.70061,
      0.77269,
      0.80089,
      0.85923,
      0.95328,
      0.98565,
      0.99861
    ],
    "pairs": 536433
  }
};
