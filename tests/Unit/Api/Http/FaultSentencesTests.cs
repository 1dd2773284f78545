using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Aggregation.Api.Access;
using Aggregation.Api.Http;
using Aggregation.Api.Resources;
using Aggregation.Domain.Catalogue;
using Aggregation.Domain.Reports;
using Aggregation.Tests.Support;
using Xunit;

namespace Aggregation.Tests.Api.Http;

public sealed class FaultSentencesTests
{
    private static readonly string[] Places =
    [
        "", "/counts/safe-residential-areas", "/statuses/mobilisation-programme", "/declared/safe-schools", "/declared/models",
        "/models/0", "/models/0/name", "/models/12/kinds/1", "/effectiveOn", "/idempotencyKey", "/withdraws", "/confirm/0",
    ];

    [Theory]
    [InlineData(Language.Vietnamese)]
    [InlineData(Language.English)]
    public void No_fault_of_a_report_speaks_as_programs_do(Language language)
    {
        var sentences = new FaultSentences(Seed.Catalogue, language);
        Type[] known = [typeof(FaultCode), typeof(BodyFaultCode), typeof(AccessFaultCode), typeof(RuleCode)];
        foreach (var code in known.SelectMany(Codes))
        {
            foreach (var place in Places)
                PlainSentence.Assert(sentences.Of(Fault.At("/reports/3" + place, code, "1", "2", "3", "4", "2017-02-20")));
        }
    }

    public static TheoryData<string, string> Told() => new()
    {
        {
            "/counts/safe-agencies over-denominator safe-agencies 9 agencies 5 2017-02-20",
            "Cơ quan, đơn vị đạt An toàn về ANTT: “Cơ quan, đơn vị đạt An toàn về ANTT” là 9, lớn hơn “Cơ quan, đơn vị” là 5 "
                + "tại ngày 20/02/2017; phần không được lớn hơn toàn bộ."
        },
        {
            "/statuses/committee unknown-state done not-started consolidating consolidated",
            "Kiện toàn: không có trạng thái “done”; phải là một trong: Chưa kiện toàn, Đang thống nhất phương án, Đã kiện toàn."
        },
        {
            "/statuses/committee not-at-this-level committee nation",
            "Kiện toàn: chỉ tiêu này không áp dụng cho đơn vị ở “Cả nước”; hãy bỏ chỉ tiêu này."
        },
        {
            "/statuses/committee reversal not-started consolidated",
            "Kiện toàn: đơn vị đang ở trạng thái “Đã kiện toàn”, nay lại báo cáo “Chưa kiện toàn”."
        },
        { "/models/0/kinds/1 unknown-kind x other", "Mô hình thứ 1, loại: không có loại mô hình “x”; phải là một trong: Khác." },
        {
            "/declared/x unknown-declared x models agencies",
            "Số khai cả địa bàn: x: không thể khai “x”; chỉ khai được: Mô hình, Cơ quan, đơn vị."
        },
        { "/models/2/sites missing-field", "Mô hình thứ 3, số điểm: còn thiếu; hãy ghi thêm." },
        { "/effectiveOn in-the-future 2017-02-21 2017-02-20", "Ngày số liệu: ngày 21/02/2017 chưa đến; muộn nhất là hôm nay, 20/02/2017." },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void Places_and_figures_have_the_names_of_the_catalogue(string fault, string sentence)
    {
        var parts = fault.Split(' ');
        Assert.Equal(
            sentence,
            new FaultSentences(Seed.Catalogue, Language.Vietnamese).Of(Fault.At("/reports/3" + parts[0], parts[1], parts.AsSpan(2))));
    }

    private static IEnumerable<string> Codes(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);
}
