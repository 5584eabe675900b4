# Reads workbooks by openpyxl and prints, as JSON by path, what it found in each; a warning counts as a fault.
import json
import sys
import warnings

import openpyxl

RULE_TEXTS = ('promptTitle', 'prompt', 'errorTitle', 'error')


def rule(one):
    return {
        'type': one.type,
        'sqref': str(one.sqref),
        'operator': one.operator,
        'allowBlank': bool(one.allowBlank),
        'errorStyle': one.errorStyle,
        'formulas': [one.formula1, one.formula2],
        'texts': [getattr(one, name) for name in RULE_TEXTS],
    }


def table(one):
    return {
        'name': one.displayName,
        'ref': one.ref,
        'columns': [column.name for column in one.tableColumns],
        'calculated': [
            column.calculatedColumnFormula.attr_text if column.calculatedColumnFormula is not None else None
            for column in one.tableColumns
        ],
        'style': one.tableStyleInfo.name if one.tableStyleInfo else None,
    }


def conditional(area, one):
    return {
        'sqref': str(area.sqref),
        'formulas': list(one.formula),
        'priority': one.priority,
        'stop': bool(one.stopIfTrue),
        'looks': one.dxf is not None,
    }


def sheet(one):
    setup = one.page_setup
    cells = [cell for row in one.iter_rows() for cell in row]
    return {
        'name': one.title,
        'state': one.sheet_state,
        'formulas': sum(cell.data_type == 'f' for cell in cells),
        'filled': sum(cell.value is not None for cell in cells),
        'merges': sorted(str(area) for area in one.merged_cells.ranges),
        'tables': [table(each) for each in one.tables.values()],
        'validations': [rule(each) for each in one.data_validations.dataValidation],
        'conditionals': sorted(
            (conditional(area, each) for area in one.conditional_formatting for each in area.rules),
            key=lambda found: found['priority'],
        ),
        'freeze': one.freeze_panes,
        'charts': len(one._charts),
        'page': {
            'orientation': setup.orientation,
            'paper': setup.paperSize,
            'fits': bool(one.sheet_properties.pageSetUpPr and one.sheet_properties.pageSetUpPr.fitToPage),
            'wide': setup.fitToWidth,
            'tall': setup.fitToHeight,
            'titleRows': one.print_title_rows,
            'area': one.print_area,
            'breaks': [each.id for each in one.row_breaks.brk],
            'top': one.page_margins.top,
        },
    }


def book(path):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter('always')
        try:
            read = openpyxl.load_workbook(path)
        except Exception as error:  # what a reader cannot take is the answer here
            return {'faults': [f'{type(error).__name__}: {error}']}
        names = read.defined_names
        listed = names.definedName if hasattr(names, 'definedName') else names.values()
        return {
            'faults': [str(each.message) for each in said],
            'names': sorted([each.name, each.value] for each in listed),
            'sheets': [sheet(each) for each in read.worksheets],
        }


print(json.dumps({path: book(path) for path in sys.argv[1:]}))
