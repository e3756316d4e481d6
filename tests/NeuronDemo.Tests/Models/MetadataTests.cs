using CsCheck;
using Google.Protobuf;
using NeuronDemo.Lessons;
using NeuronDemo.Models;
using NeuronDemo.Models.Onnx;

namespace NeuronDemo.Tests.Models;

/// <summary>What a file says about its inputs and outputs is read back, or ignored as a whole if something in it can't be.</summary>
public sealed class MetadataTests
{
    private static readonly Gen<string> Names = Gen.OneOf(Gen.Const("a"), Gen.Const("input.1"), Gen.Const("a=b"), Gen.Const(""), Gen.String[Gen.Char['\0', '\ud7ff'], 0, 20]);

    private static readonly Gen<InputColumn> AnyInput =
        from name in Names
        from texts in Names.ArrayUnique[1, 5]
        from isText in Gen.Bool
        select new InputColumn(name) { Texts = isText ? texts : null };

    private static readonly Gen<TargetColumn> AnyTarget = Gen.OneOf<TargetColumn>(
        Gen.Select(Names, name => new NumberTarget(name)),
        from name in Names
        from least in Gen.Double[-1e300, 1e300]
        from greatest in Gen.Double[-1e300, 1e300]
        where NumberTarget.IsRange(least, greatest)
        select new NumberTarget(name, least, greatest),
        from name in Names
        from classes in Names.ArrayUnique[2, 5]
        select new ClassTarget(name, classes));

    /// <summary>Penguins: four measurements and the sex in, the species and the weight out.</summary>
    internal static Model Described { get; } = new(new(seed: 1, 4, 5))
    {
        Inputs = [new("bill"), new("sex") { Texts = ["female", "male"] }, new("year")],
        Meaning = new(new ClassTarget("species", "Adelie", "Chinstrap", "Gentoo"), new ClassTarget("tagged", "no", "yes"), new NumberTarget("mass", 2700, 6300)),
        Facts = new Dictionary<string, string> { ["seed"] = "1", ["note"] = "a\nb" },
    };

    [Fact]
    public void A_file_says_what_its_inputs_and_outputs_are() =>
        Assert.Equal(
            [
                ("note", "a\nb"),
                ("seed", "1"),
                ("input.1", "bill"),
                ("input.2", "sex=female"),
                ("input.2.column", "sex"),
                ("input.2.text", "female"),
                ("input.3", "sex=male"),
                ("input.3.column", "sex"),
                ("input.3.text", "male"),
                ("input.4", "year"),
                ("target.1", "species=Adelie"),
                ("target.1.column", "species"),
                ("target.1.class", "Adelie"),
                ("target.2", "species=Chinstrap"),
                ("target.2.column", "species"),
                ("target.2.class", "Chinstrap"),
                ("target.3", "species=Gentoo"),
                ("target.3.column", "species"),
                ("target.3.class", "Gentoo"),
                ("target.4", "tagged=yes"),
                ("target.4.column", "tagged"),
                ("target.4.class", "yes"),
                ("target.4.otherwise", "no"),
                ("target.5", "mass"),
                ("target.5.least", "2700"),
                ("target.5.greatest", "6300"),
            ],
            ModelProto.Parser.ParseFrom(Described.ToOnnx()).MetadataProps.Select(entry => (entry.Key, entry.Value)));

    [Fact]
    public void Any_description_reads_back() =>
        Gen.Select(AnyInput.Array[1, 6], AnyTarget.Array[1, 6])

            // Neighbours of the same name can't be told from one column.
            .Where((inputs, targets) => AreDistinct([.. inputs.Select(column => column.Name)]) && AreDistinct([.. targets.Select(column => column.Name)]))
            .Sample((inputs, targets) =>
            {
                Model model = new(new(seed: 1, inputs.Sum(column => column.InputNames.Count), targets.Sum(column => column.OutputCount)))
                {
                    Inputs = inputs,
                    Meaning = new(targets),
                    Facts = new Dictionary<string, string> { ["seed"] = "1" },
                };

                Model read = ModelTests.Read(model.ToOnnx());

                Assert.Equal(inputs.Select(Text), read.Inputs.Select(Text));
                Assert.Equal(targets.Select(Text), read.Meaning!.Columns.Select(Text));
                Assert.Equal(model.Facts, read.Facts);
            });

    [Fact]
    public void A_file_that_says_nothing_is_not_described()
    {
        Model read = ModelTests.Read(ModelTests.Changed(_ => { }));

        Assert.Empty(read.Inputs);
        Assert.Empty(read.InputNames);
        Assert.Null(read.Meaning);
        Assert.Empty(read.Facts);
    }

    [Theory]
    [InlineData("input.2")]
    [InlineData("input.2.column")]
    [InlineData("input.2.text")]
    [InlineData("input.4")]
    [InlineData("input.2", "sex=male")]
    [InlineData("input.3.column", "Sex")]
    [InlineData("input.3.text", "female")]
    [InlineData("input.1.text", "Torgersen")]
    [InlineData("input.1.unit", "mm")]
    [InlineData("input.5", "more")]
    [InlineData("input.01", "bill")]
    public void Inputs_described_in_part_or_in_contradiction_are_not_described(string key, string? text = null)
    {
        Model read = Read(key, text);

        Assert.Empty(read.Inputs);
        Assert.Equal(Described.Meaning!.Columns.Select(Text), read.Meaning!.Columns.Select(Text));
        Assert.Equal(text, read.Facts.GetValueOrDefault(key));
        Assert.Equal(key == "input.3" ? null : "sex=male", read.Facts.GetValueOrDefault("input.3"));
    }

    [Theory]
    [InlineData("target.1")]
    [InlineData("target.3.class")]
    [InlineData("target.1.column")]
    [InlineData("target.4.class")]
    [InlineData("target.4.otherwise")]
    [InlineData("target.5.greatest")]
    [InlineData("target.5.least")]
    [InlineData("target.2", "species=Gentoo")]
    [InlineData("target.2.class", "Gentoo")]
    [InlineData("target.2.column", "tagged")]
    [InlineData("target.1.otherwise", "Emperor")]
    [InlineData("target.4.otherwise", "yes")]
    [InlineData("target.5.least", "6300")]
    [InlineData("target.5.least", "7000")]
    [InlineData("target.5.least", "-∞")]
    [InlineData("target.5.least", "NaN")]
    [InlineData("target.5.least", "-1E+999")]
    [InlineData("target.5.least", "2,700")]
    [InlineData("target.5.least", "")]
    [InlineData("target.5.class", "heavy")]
    [InlineData("target.4.least", "0")]
    [InlineData("target.5.unit", "g")]
    [InlineData("target.6", "more")]
    public void Outputs_described_in_part_or_in_contradiction_mean_nothing(string key, string? text = null)
    {
        Model read = Read(key, text);

        Assert.Null(read.Meaning);
        Assert.Equal(Described.Inputs.Select(Text), read.Inputs.Select(Text));
        Assert.Equal(text, read.Facts.GetValueOrDefault(key));
    }

    [Fact]
    public void What_is_said_twice_is_not_believed()
    {
        ModelProto file = ModelProto.Parser.ParseFrom(Described.ToOnnx());
        file.MetadataProps.Add(new StringStringEntryProto { Key = "input.1", Value = "bill" });
        file.MetadataProps.Add(new StringStringEntryProto { Key = "target.5.least", Value = "2800" });

        Model read = ModelTests.Read(file.ToByteArray());

        Assert.Empty(read.Inputs);
        Assert.Null(read.Meaning);
    }

    // The described model's file with one entry changed, added, or taken away.
    private static Model Read(string key, string? text)
    {
        ModelProto file = ModelProto.Parser.ParseFrom(Described.ToOnnx());
        if (file.MetadataProps.SingleOrDefault(entry => entry.Key == key) is { } entry)
        {
            file.MetadataProps.Remove(entry);
        }

        if (text is not null)
        {
            file.MetadataProps.Add(new StringStringEntryProto { Key = key, Value = text });
        }

        return ModelTests.Read(file.ToByteArray());
    }

    private static bool AreDistinct(string[] names) => names.Distinct().Count() == names.Length;

    private static string Text(InputColumn column) => $"{column.Name}: {(column.Texts is null ? "a number" : string.Join('|', column.Texts))}";

    private static string Text(TargetColumn column) => column switch
    {
        ClassTarget target => $"{target.Name}: {string.Join('|', target.Classes)}",
        NumberTarget target => $"{target.Name}: {target.Least:R} to {target.Greatest:R}",
        _ => "",
    };
}
