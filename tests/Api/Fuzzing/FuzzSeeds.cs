using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Aggregation.Tests.Fuzzing;

/// <summary>Good inputs, and the pieces that make them bad.</summary>
internal static class FuzzSeeds
{
    /// <summary>What stands for the number of an input.</summary>
    public const string Number = "@@";

    /// <summary>
    /// Batches of reports; <see cref="Number"/> in a key gives way to the input's number, or it would be a repeat of the one before.
    /// </summary>
    public static readonly byte[][] Bodies = Texts(
        """{"reports":[{"unit":"S01-001-00001","idempotencyKey":"k1-@@","effectiveOn":"2017-02-20","counts":{"agencies":12,"safe-agencies":9},"statuses":{"committee":"consolidated","safe-unit":"recognised"},"models":[{"name":"Móc khóa an toàn","kinds":["self-protection","other"],"sites":2,"groups":1}],"declared":{"models":3,"schools":4},"note":"Ghi chú"}]}""",
        """{"edition":"2023","reports":[{"unit":"S01-001","idempotencyKey":"k2-@@","effectiveOn":"2017-02-20","counts":{"schools":5}},{"unit":"01","idempotencyKey":"k3-@@","effectiveOn":"2017-02-21","statuses":{"mobilisation-programme":"adopted"}},{"unit":"S01-001-00002","idempotencyKey":"k4-@@","effectiveOn":"2017-03-01","counts":{"residential-areas":2000000}}]}""",
        """{"reports":[{"unit":"VN","idempotencyKey":"k5-@@","effectiveOn":"2017-02-20","withdraws":1,"note":"sai"},{"unit":"VN","idempotencyKey":"k6-@@","effectiveOn":"2017-02-20","statuses":{"committee":"not-started"},"confirm":["reversal","jump"]}]}""",
        """{"reports":[{"unit":"S02-001-00001","idempotencyKey":"k7-@@","effectiveOn":"2017-02-20","models":[{"name":"Hoà giải","sites":0},{"name":"Camera \ud83d\ude00","sites":1000000000,"groups":0,"kinds":[]}]}]}""");

    /// <summary>What means trouble in JSON.</summary>
    public static readonly byte[][] JsonTokens =
    [
        .. Texts(
            "null", "true", "-1", "-0", "1.0", "1e9", "1e309", "1000000001", "99999999999999999999999", "0", "1500", "2000000", "{}", "[]",
            "\"\"", "\" \"", ",", ":", "\"", "\\", "}", "]}",
            "\\ud800", "\\udc00\\ud800", "\\u0000", "\\uFFFE", "\\uFDD0", "\\u202E", "\\u0301", "\uFFFE", "\uFFFF", "\u0301\u0323",
            "\u2028", "\u0000", "ﬁ", "İ", "\U0001D165",
            "\"unit\":\"01\",", "\"reports\":[", "\"counts\":{\"agencies\":1},", "\"withdraws\":1,", "\"withdraws\":2147483648,",
            "\"confirm\":[\"jump\"],", "\"confirm\":[\"x\",1],", "\"note\":\"\",", "\"surprise\":1,",
            "S01-001-00001", "2023/VN", "VN", "2017-02-30", "1999-12-31", "9999-12-31", "0001-01-01", "k1-@@", "k3-0", "agencies",
            "safe-agencies", "committee", "consolidated", "not-started", "models"),
        Encoding.UTF8.GetBytes(new string('[', 40)),
        Encoding.UTF8.GetBytes(new string('x', 5_000)),
        [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xef, 0xbb, 0xbf], [0xf4, 0x90, 0x80, 0x80],
    ];

    /// <summary>Files of reports as CSV.</summary>
    public static readonly byte[][] Files = Texts(
        "Mã đơn vị;Tên đơn vị;Ngày số liệu;Cơ quan, đơn vị;Cơ quan, đơn vị đạt An toàn về ANTT;kiện toàn;Ghi "
            + "chú\nS01-001-00001;;20/02/2017;12;9;Đã kiện toàn;một\nS01-001-00002;;21/02/2017;0;;;\n01;Thành phố Hà "
            + "Nội;2017-02-20;;;Đang thống nhất phương án;\n",
        "\uFEFFunit,unitName,effectiveOn,agencies,schools,safe-unit,declared.models,note\r\nS02-001-00001,,20/02/2017,\"1 "
            + "234\",5,recognised,490,\"a \"\"b\"\"\r\nc\"\r\n79,Thành phố Hồ Chí Minh,1/3/2017,7,8,,1000000000,\r\n",
        "unit,unitName,effectiveOn,name,kinds,sites,groups\nS01-001-00001,,20/02/2017,Móc khóa an toàn,\"Tự phòng, Tự "
            + "quản\",2,1\nS01-001-00001,,20/02/2017,Hoà giải,other,0,\n",
        "Mã đơn vị;Tên đơn vị;Ngày số liệu;Khu dân cư;Lỗi\n1;Thành phố Hà Nội;20/02/2017;1.234.567;cũ\nVN;Việt Nam;20/02/2017;3;\n");

    /// <summary>What means trouble in a cell.</summary>
    public static readonly byte[][] CellTokens =
    [
        .. Texts(
            ";", ",", "\t", "\n", "\r", "\r\n", "\"", "\"\"", "\";\"", " ", "\u00a0", "0", "-1", "\u22121", "1.234", "1,234", "1,234.5",
            "1e9", "1000000001", "99999999999999999999", "2000000", "12a", "٣", "²",
            "31/02/2017", "20/02/1999", "20/02/2199", "2017-2-20", "0/0/0", "S01-001-00001", "01", "1", "0001", "VN", "99999",
            "Đã kiện toàn", "Da kien toan", "consolidated", "agencies", "Cơ quan, đơn vị", "unit", "name", "faults", "Lỗi",
            "\uFFFE", "\uFFFF", "\uFDD0", "\u0000", "\u0007", "\u202E", "\u0301", "\u0301\u0323\u0309", "\uFEFF", "\u2028", "ﬁ", "İ",
            "\U0001F600", "\U0001D165", "=1+1", "#REF!", "+", "Céng hßa x· héi", "Coäng hoøa xaõ hoäi"),
        Encoding.UTF8.GetBytes(new string('x', 3_000)),
        Encoding.UTF8.GetBytes(new string(';', 300)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\u0301", 300))),
        [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [
            0xff,
            0xfe], [0xfe, 0xff], [0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0], [0xb5, 0xa9],
    ];

    private static byte[][] Texts(params ReadOnlySpan<string> texts)
    {
        var bytes = new List<byte[]>();
        foreach (var text in texts)
            bytes.Add(Encoding.UTF8.GetBytes(text));
        return [.. bytes];
    }
}
