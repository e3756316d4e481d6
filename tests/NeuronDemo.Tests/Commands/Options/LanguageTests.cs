using NeuronDemo.Commands.Options;
using NeuronDemo.Messages;

namespace NeuronDemo.Tests.Commands.Options;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("", "", "", "", Language.English)]
    [InlineData("--language zh", "", "", "", Language.Chinese)]
    [InlineData("--language=zh", "", "", "", Language.Chinese)]
    [InlineData("train --language en", "zh_CN.UTF-8", "", "", Language.English)]
    [InlineData("train", "zh_CN.UTF-8", "", "", Language.Chinese)]
    [InlineData("train", "", "zh_TW", "en_US.UTF-8", Language.Chinese)]
    [InlineData("train", "", "", "zh", Language.Chinese)]
    [InlineData("train", "C", "zh_CN", "zh_CN", Language.English)]
    [InlineData("train", "de_DE.UTF-8", "", "", Language.English)]
    [InlineData("train --language fr", "zh_CN", "", "", Language.Chinese)]
    public void The_option_ranks_before_the_environment(string line, string all, string messages, string lang, Language expected) =>
        Assert.Equal(expected, LanguageChoice.Of(line.Split(' '), name => name switch
        {
            "LC_ALL" => all,
            "LC_MESSAGES" => messages,
            "LANG" => lang,
            _ => null,
        }, systemIsChinese: false));

    [Theory]
    [InlineData("train", "", Language.Chinese)]
    [InlineData("train", "en_US.UTF-8", Language.English)]
    [InlineData("train", "C", Language.English)]
    [InlineData("train --language en", "", Language.English)]
    public void What_the_system_speaks_ranks_last(string line, string lang, Language expected) =>
        Assert.Equal(expected, LanguageChoice.Of(line.Split(' '), name => name == "LANG" ? lang : null, systemIsChinese: true));
}
