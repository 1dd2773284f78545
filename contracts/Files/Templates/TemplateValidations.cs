using System.Collections.Generic;
using System.Linq;
using Aggregation.Files.Columns;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Aggregation.Files.Templates;

/// <summary>What a spreadsheet lets people enter: drop-downs of states and kinds, days, whole numbers from 0.</summary>
/// <param name="lists">The lists that drop-downs take their entries from.</param>
internal sealed class TemplateValidations(TemplateLists lists)
{
    /// <summary>The validations of a sheet with these columns.</summary>
    public DataValidations Of(IReadOnlyList<FileColumn> columns)
    {
        var validations = columns.Select((column, place) => Of(column, place + 1)).OfType<DataValidation>().ToArray();
        return new DataValidations(validations) { Count = (uint)validations.Length };
    }

    private DataValidation? Of(FileColumn column, int place)
    {
        var validation = column.Kind switch
        {
            ColumnKind.Count or ColumnKind.Declared or ColumnKind.Sites or ColumnKind.Groups =>
                new DataValidation(
                    new Formula1("0"),
                    new Formula2("1000000000"))
                { Type = DataValidationValues.Whole, Operator = DataValidationOperatorValues.Between },
            ColumnKind.Day => new DataValidation(new Formula1("36526"))
            {
                Type = DataValidationValues.Date,
                Operator = DataValidationOperatorValues.GreaterThanOrEqual
            },
            ColumnKind.Status or ColumnKind.ModelKinds =>
                new DataValidation(new Formula1(lists.RangeOf(column.Id))) { Type = DataValidationValues.List },
            _ => null,
        };
        if (validation is null)
            return null;
        validation.AllowBlank = true;

        // Several kinds stand in one cell, with commas, which no list has.
        validation.ShowErrorMessage = column.Kind != ColumnKind.ModelKinds;
        validation.SequenceOfReferences = new ListValue<StringValue>([TemplateCells.Below(place)]);
        return validation;
    }
}
