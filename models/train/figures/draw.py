"""Draws the confusion matrix and the calibration curve of a model card as SVG."""

from faces.data import EXPRESSIONS

INK, PAPER, EMBER, LINE = "#2b2622", "#fbf7f0", "#b5512b", "#d8cfc2"
CELL, MARGIN = 56, 96
PLOT = 360


def text(x, y, words, anchor="middle", size=13, fill=INK):
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-size="{size}" fill="{fill}">{words}</text>'


def page(width, height, title, body):
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" role="img">'
    ground = f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
    return "\n".join([head, f"<title>{title}</title>", ground, *body, "</svg>"]) + "\n"


def draw_confusion(table):
    """Shares of each row; rows are what raters said. Columns are what the model says."""
    body = []
    for row, counts in enumerate(table):
        y, total = MARGIN + row * CELL, sum(counts)
        body.append(text(MARGIN - 8, y + CELL / 2 + 4, f"{EXPRESSIONS[row]} ({total})", "end", 11))
        body.append(text(MARGIN + row * CELL + CELL / 2, MARGIN - 10, EXPRESSIONS[row], size=11))
        for column, count in enumerate(counts):
            x, share = MARGIN + column * CELL, count / total if total else 0
            body.append(f'<rect x="{x}" y="{y}" width="{CELL - 2}" height="{CELL - 2}" fill="{EMBER}" fill-opacity="{share:.3f}" stroke="{LINE}"/>')
            body.append(text(x + CELL / 2 - 1, y + CELL / 2 + 4, f"{share * 100:.0f}", fill=PAPER if share > 0.6 else INK))
    side = MARGIN + len(table) * CELL
    body.append(text(MARGIN, 24, "What raters said (rows, n) and what the model says (columns), %", "start", 14))
    return page(side + 16, side + 16, "Confusion matrix", body)


def draw_calibration(bins, ece):
    """Share right against stated probability; the size of a dot is the number of faces."""
    at = lambda share: (60 + share * PLOT, 40 + (1 - share) * PLOT)
    (x0, y0), (x1, y1) = at(0), at(1)
    body = [
        f'<rect x="{x0}" y="{y1}" width="{PLOT}" height="{PLOT}" fill="none" stroke="{LINE}"/>',
        f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="{LINE}" stroke-width="2"/>',
        text(x0, 24, f"Stated probability and share right; expected calibration error {ece:.3f}", "start", 14),
        text((x0 + x1) / 2, y0 + 34, "stated probability of the top expression"),
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x, y = at(tick)
        body += [text(x, y0 + 16, f"{tick:g}", size=11), text(x0 - 8, y + 4, f"{tick:g}", "end", 11)]
    largest = max(n for _, _, n in bins)
    path = " ".join(f"{at(sure)[0]:.1f},{at(right)[1]:.1f}" for sure, right, _ in bins)
    body.append(f'<polyline points="{path}" fill="none" stroke="{EMBER}" stroke-width="2"/>')
    for sure, right, n in bins:
        radius = 3 + 9 * (n / largest) ** 0.5
        body.append(f'<circle cx="{at(sure)[0]:.1f}" cy="{at(right)[1]:.1f}" r="{radius:.1f}" fill="{EMBER}" fill-opacity="0.7"/>')
    return page(PLOT + 90, PLOT + 90, "Calibration curve", body)
