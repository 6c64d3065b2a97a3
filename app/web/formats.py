"""All formats in which the timeline can be taken along, for the page and for the command line."""

from app.exporting.formats import FORMATS as FILES
from app.exporting.formats import Format, FormatName
from app.web.report import REPORT

FORMATS: dict[FormatName, Format] = {**FILES, REPORT.name: REPORT}
