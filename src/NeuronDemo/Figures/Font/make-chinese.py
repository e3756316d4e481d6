# Makes NotoSansSC-subset.ttf: the Chinese characters that stand in the sources of the figures, from Noto Sans CJK SC, as
# TrueType outlines among DejaVu's Latin letters and symbols, so that a label that mixes them is of one font.
# It needs fonttools and Debian's fonts-noto-cjk: python3 make-chinese.py [NotoSansCJK-Regular.ttc]
import pathlib
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FAMILY = "NeuronDemo Sans SC"
folder = pathlib.Path(__file__).parent
noto = TTFont(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", fontNumber=2)
font = TTFont(folder / "DejaVuSans-subset.ttf", recalcBBoxes=False, recalcTimestamp=False)  # Its box tells where lines of text stand.

# Letters with accents are left to the names of columns, which have DejaVu.
latin = [c for c in font.getBestCmap() if c < 0xC0 or c > 0x24F or not chr(c).isalpha()]
options = subset.Options(layout_features=[], drop_tables=["GPOS", "GSUB", "GDEF", "MATH"], notdef_outline=True)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=latin)
subsetter.subset(font)

text = "".join(path.read_text(encoding="utf-8") for path in folder.parent.glob("*.cs"))
chinese = sorted({c for c in text if 0x2E80 <= ord(c) <= 0x9FFF or 0xFF00 <= ord(c) <= 0xFFEF})
scale = font["head"].unitsPerEm / noto["head"].unitsPerEm
outlines, names = noto.getGlyphSet(), noto.getBestCmap()
for c in chinese:
    pen = TTGlyphPen(None)
    outlines[names[ord(c)]].draw(TransformPen(Cu2QuPen(pen, max_err=3, reverse_direction=True), (scale, 0, 0, scale, 0, 0)))
    name = f"uni{ord(c):04X}"
    glyph = font["glyf"][name] = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = round(outlines[names[ord(c)]].width * scale), glyph.xMin
    for table in font["cmap"].tables:
        table.cmap[ord(c)] = name

for record in font["name"].names:
    record.string = {0: f"{record} {noto['name'].getDebugName(0)}", 1: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "")}.get(record.nameID, record.string)
for licence in (13, 14):
    font["name"].setName(noto["name"].getDebugName(licence), licence, 3, 1, 0x409)
font.save(folder / "NotoSansSC-subset.ttf")
print(len(chinese), "characters:", "".join(chinese))
