"""What action units do to a face of the landmark model's 468 points, and which of them make up an expression.

After the Facial Action Coding System (Ekman, Friesen & Hager 2002); the prototypes are those of its Investigator's Guide,
with contempt one-sided. How far points move is our own estimate of a strong pose, in distances between the eyes' centres
(about 63 mm), and was tuned by eye only.
"""

import torch

POINTS = 468

# Landmarks of the person's right half (left in the picture) and their mirror images.
MIRRORED = {
    # Brows, upper and lower edge, and the forehead right above.
    70: 300, 63: 293, 105: 334, 66: 296, 107: 336, 46: 276, 53: 283, 52: 282, 65: 295, 55: 285, 108: 337, 69: 299, 104: 333,
    68: 298, 71: 301, 109: 338, 67: 297,
    # Lids, and the fold above the upper one.
    246: 466, 161: 388, 160: 387, 159: 386, 158: 385, 157: 384, 173: 398, 7: 249, 163: 390, 144: 373, 145: 374, 153: 380,
    154: 381, 155: 382, 247: 467, 30: 260, 29: 259, 27: 257, 28: 258, 56: 286,
    # Nose: bridge beside the inner corner of the eye, wings.
    193: 417, 122: 351, 129: 358, 49: 279, 48: 278, 64: 294, 98: 327, 115: 344, 131: 360, 198: 420, 209: 429,
    # Mouth: corner, upper lip, lower lip, each outer and inner.
    61: 291, 78: 308, 62: 292, 76: 306, 57: 287, 185: 409, 40: 270, 39: 269, 37: 267, 191: 415, 80: 310, 81: 311, 82: 312,
    146: 375, 91: 321, 181: 405, 84: 314, 95: 324, 88: 318, 178: 402, 87: 317,
    # Cheek, the fold beside the mouth, chin.
    186: 410, 92: 322, 165: 391, 216: 436, 206: 426, 203: 423, 205: 425, 36: 266, 142: 371, 126: 355, 207: 427, 212: 432,
    202: 422, 204: 424, 106: 335, 43: 273, 83: 313, 182: 406, 201: 421, 194: 418, 208: 428, 32: 262, 140: 369, 171: 396,
    148: 377, 176: 400, 117: 346, 118: 347, 119: 348, 101: 330, 50: 280, 100: 329,
}

INNER_BROW, MIDDLE_BROW, OUTER_BROW = (107, 55, 66, 65), (105, 52), (63, 53, 70, 46)
BROW = INNER_BROW + MIDDLE_BROW + OUTER_BROW
UPPER_LID, UNDER_BROW = (160, 159, 158, 161, 157), (30, 29, 27, 28, 56, 247)
LOWER_LID = (144, 145, 153, 163, 154)
CORNER = (61, 78, 62, 76)
BESIDE_CORNER = (57, 186, 43, 212, 216)
UPPER_LIP = (40, 39, 37, 80, 81, 82, 185, 191, 0, 13)
LOWER_LIP = (91, 181, 84, 88, 178, 87, 146, 95, 17, 14)
CHIN = (83, 182, 201, 194, 208, 18, 200, 199, 32, 140, 171, 148, 176, 175, 152)
CHEEK = (117, 118, 119, 101, 50, 100, 205, 36)
NOSE_WING = (129, 49, 64, 98, 115, 48)
LIP_TO_FOLD = (165, 92, 206, 203, 142)

# Points, outward, upward.
MOVES = {
    "1": ((INNER_BROW, 0.0, 0.11), (MIDDLE_BROW, 0.0, 0.05), ((108, 109), 0.0, 0.06), ((28, 56), 0.0, 0.03)),
    "2": ((OUTER_BROW, 0.0, 0.10), (MIDDLE_BROW, 0.0, 0.10), ((104, 68, 71, 69), 0.0, 0.05), ((30, 29, 247), 0.0, 0.03)),
    "4": ((INNER_BROW, -0.06, -0.11), (MIDDLE_BROW, -0.03, -0.08), (OUTER_BROW, -0.01, -0.03), (UNDER_BROW, 0.0, -0.03), ((193,), -0.01, -0.02)),
    "5": ((UPPER_LID, 0.0, 0.035), ((29, 27), 0.0, 0.015)),
    "6": ((LOWER_LID, 0.0, 0.025), (CHEEK, 0.0, 0.06)),
    "7": ((LOWER_LID, 0.0, 0.03), (UPPER_LID, 0.0, -0.02)),
    "9": ((NOSE_WING, 0.015, 0.07), ((131, 198, 209, 126), 0.0, 0.05), (LIP_TO_FOLD, 0.0, 0.06), (UPPER_LIP, 0.0, 0.035), (LOWER_LIP, 0.0, 0.02),
          (INNER_BROW, -0.02, -0.06), (LOWER_LID, 0.0, 0.015), ((118, 119, 101, 100, 36), 0.0, 0.05)),
    "10": ((UPPER_LIP, 0.01, 0.06), (LOWER_LIP, 0.0, 0.02), (LIP_TO_FOLD, 0.02, 0.07), (NOSE_WING, 0.02, 0.025), (CORNER, 0.0, -0.01), ((101, 36, 205), 0.0, 0.04)),
    "12": ((CORNER, 0.13, 0.11), (BESIDE_CORNER, 0.11, 0.10), ((185, 40, 191, 80), 0.08, 0.06), ((146, 91, 95, 88), 0.08, 0.06),
           ((39, 81, 181, 178), 0.04, 0.02), ((206, 205, 207), 0.05, 0.07)),
    "14": ((CORNER, 0.07, 0.075), (BESIDE_CORNER, 0.06, 0.065), ((185, 40, 191, 80), 0.04, 0.035), ((146, 91, 95, 88), 0.04, 0.035), ((206, 207), 0.02, 0.03)),
    "15": ((CORNER, 0.02, -0.11), (BESIDE_CORNER, 0.02, -0.08), ((185, 191, 146, 95), 0.01, -0.07), ((40, 80, 91, 88), 0.0, -0.03)),
    "17": ((LOWER_LIP, 0.0, 0.05), (CHIN, 0.0, 0.04), ((0, 37, 39, 82, 81, 13), 0.0, 0.02)),
    "20": ((CORNER, 0.14, -0.02), (BESIDE_CORNER, 0.12, -0.02), ((185, 40, 191, 80, 146, 91, 95, 88), 0.10, 0.0), ((39, 81, 181, 178), 0.05, 0.0)),
    "24": ((CORNER, -0.04, 0.0), ((40, 39, 37, 185, 0), -0.01, -0.045), ((91, 181, 84, 146, 17), -0.01, 0.045)),
    "25": ((UPPER_LIP, 0.0, 0.02), (LOWER_LIP, 0.0, -0.06), ((83, 182, 18), 0.0, -0.03)),
    "26": ((UPPER_LIP, 0.0, 0.02), (LOWER_LIP, 0.0, -0.25), (CHIN, 0.0, -0.22), (CORNER, -0.05, -0.08), (BESIDE_CORNER, -0.03, -0.06), ((202, 204, 106), 0.0, -0.16)),
}

# Dark lines where skin folds, as places to join; a place is a mean of landmarks. Those of the right half are mirrored.
GLABELLA = (((55, 55, 285), (107, 107, 336)),)
FOLD = (((64,), (206,)), ((206,), (216,)))
FURROWS = {
    "1": (((108, 69), (108, 337)),),
    "4": GLABELLA,
    "9": FOLD + (((193,), (168,)), ((122,), (6,))),
    "10": FOLD,
    "12": FOLD,
    "14": (((57,), (61,)),),
    "15": (((61,), (202,)),),
    "17": (((83,), (18,)),),
}

# Units of an expression: how often and how strongly each is part of it. Brows that are raised and drawn together end up raised:
# there unit 4 is weak. One-sided expressions move one half of the face.
PROTOTYPES = {
    "neutral": {},
    "happiness": {"12": (1, 1), "6": (0.8, 1), "25": (0.5, 1)},
    "surprise": {"1": (1, 1), "2": (1, 1), "26": (1, 1), "5": (0.7, 1)},
    "sadness": {"1": (1, 1), "4": (1, 0.4), "15": (1, 1), "17": (0.6, 1)},
    "anger": {"4": (1, 1.3), "5": (0.4, 1), "7": (0.6, 1), "24": (0.85, 1.3), "17": (0.5, 1)},
    "disgust": {"9": (1, 1), "10": (0.6, 1), "17": (0.5, 1), "4": (0.4, 0.6), "7": (0.5, 1)},
    "fear": {"1": (1, 1), "2": (1, 0.8), "4": (1, 0.4), "20": (1, 1), "5": (0.7, 1), "25": (0.6, 1)},
    "contempt": {"14": (1, 1.3), "12": (0.3, 0.5), "24": (0.3, 0.6)},
}
ONE_SIDED = ("contempt",)


def basis():
    """How each unit moves the points of the right and of the left half, outward already turned to the picture's x: units x 2 x
    468 x 2, x to the right and y up. Points on the midline go half with either side."""
    moves = torch.zeros(len(MOVES), 2, POINTS, 2)
    for unit, parts in enumerate(MOVES.values()):
        for points, outward, up in parts:
            for point in points:
                if point in MIRRORED:
                    moves[unit, 0, point] += torch.tensor([-outward, up])
                    moves[unit, 1, MIRRORED[point]] += torch.tensor([outward, up])
                else:
                    moves[unit, :, point, 1] += up / 2
    return moves


def mirrored(place):
    left = {point: other for point, other in MIRRORED.items()} | {other: point for point, other in MIRRORED.items()}
    return tuple(left.get(point, point) for point in place)


def furrows():
    """Lines as (unit, side, from, to) with places as weights over the points (lines x 468)."""
    unit, side, ends = [], [], ([], [])
    for name, lines in FURROWS.items():
        for line in lines:
            for half in range(2):
                unit.append(list(MOVES).index(name))
                side.append(half)
                for end, place in zip(ends, line):
                    weights = torch.zeros(POINTS)
                    for point in mirrored(place) if half else place:
                        weights[point] += 1 / len(place)
                    end.append(weights)
    return torch.tensor(unit), torch.tensor(side), torch.stack(ends[0]), torch.stack(ends[1])
