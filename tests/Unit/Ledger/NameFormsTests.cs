using System.Threading.Tasks;
using Aggregation.Domain.Reports;
using Xunit;
using static Aggregation.Tests.Ledger.OpenLedger;

namespace Aggregation.Tests.Ledger;

/// <summary>Since when a ledger compares names by the newest form, whatever the store.</summary>
public sealed class NameFormsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_ledger_that_this_program_makes_always_has(Store store)
    {
        var made = await OpenAsync(store);
        Assert.Equal(NameForms.Newest, made.Ledger.NameForms);
        await made.AppendAsync(1, 1, Entry(1));
        using var reopened = made.Reopen();
        Assert.Equal(NameForms.Newest, reopened.Ledger.NameForms);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_of_an_earlier_program_does_from_when_it_is_opened_and_its_rows_are_of_before(Store store)
    {
        var made = await OpenAsync(store);
        var recorded = await made.AppendAsync(1, 1, Entry(1), Entry(2));
        await made.ForgetNameFormsAsync();
        var opened = made.Reopen();
        var forms = opened.Ledger.NameForms;
        Assert.True(forms.LettersFoldedSince > recorded[^1]);
        Assert.Equal(
            (NameForm.Composed, NameForm.LettersFolded, NameForm.LettersFolded),
            (forms.At(recorded[^1]), forms.At(forms.LettersFoldedSince), forms.At(null)));
        Assert.True((await opened.AppendAsync(1, 3, Entry(3)))[0] > recorded[^1]);
        using var again = opened.Reopen();
        Assert.Equal(forms, again.Ledger.NameForms);
    }
}
