using System.Linq;
using System.Text.Json;
using Aggregation.Contracts;
using Aggregation.Files;
using Aggregation.Files.Marking;
using Aggregation.Testing.Office;
using Xunit;

namespace Aggregation.Tests.Contracts.Files;

/// <summary>Files as another program writes them.</summary>
public sealed class LibreOfficeTests
{
    // Fields by ;, quoted by ", UTF-8, from the first line, as shown.
    private const string Csv = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true";

    private static readonly byte[] Filled = Books.Fill(
        ("Số liệu", "C6", 42786), ("Số liệu", "D6", "Đã kiện toàn"), ("Số liệu", "I6", 1234567), ("Số liệu", "J6", 0),
        ("Số liệu", "C8", "2017-02-21"), ("Số liệu", "I8", 5),
        ("Mô hình", "A2", "00001"), ("Mô hình", "D2", "Móc khóa an toàn"), ("Mô hình", "E2", "Tự phòng, Tự bảo vệ"), ("Mô hình", "F2", 2));

    [LibreOfficeFact]
    public void A_workbook_that_it_saved_says_what_it_said() =>
        Assert.Equal(TextOf(Books.Read(Filled)), TextOf(Books.Read(LibreOffice.Save(Filled, "xlsx", "xlsx"))));

    [LibreOfficeFact]
    public void Csv_that_it_saved_says_what_the_sheet_of_figures_said()
    {
        var figures = Books.Fill(
            ("Số liệu", "C6", 42786),
            ("Số liệu", "D6", "Đã kiện toàn"),
            ("Số liệu", "I6", 1234567),
            ("Số liệu", "C8", "2017-02-21"),
            ("Số liệu", "I8", 5));

        Assert.Equal(TextOf(Books.Read(figures)), TextOf(Books.Read(LibreOffice.Save(figures, "xlsx", Csv))));
    }

    [LibreOfficeFact]
    public void A_marked_copy_that_it_saved_has_the_same_faults()
    {
        var faulty = Books.Fill(("Số liệu", "C6", 42786), ("Số liệu", "I6", "1.234"), ("Số liệu", "I7", 5));
        var faults = Books.Read(faulty).Faults;

        var saved = LibreOffice.Save(MarkedFile.Mark(faulty, faults, Books.English)!, "xlsx", "xlsx");

        Assert.Equal(faults, Books.Read(saved).Faults);
    }

    private static string TextOf(FileReading reading)
    {
        Assert.Empty(reading.Faults);
        return JsonSerializer.Serialize(
            new ReportBatch([.. reading.Reports.Select(report => report.Report)]),
            WriteJson.Written.ReportBatch);
    }
}
