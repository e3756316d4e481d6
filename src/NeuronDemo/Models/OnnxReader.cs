using Google.Protobuf;
using NeuronDemo.Messages;
using NeuronDemo.Models.Onnx;

namespace NeuronDemo.Models;

/// <summary>Reads a model from ONNX, whoever wrote it, and trusts nothing that the file says about itself.</summary>
internal static class OnnxReader
{
    // What the schema does not name is skipped and not kept.
    private static readonly MessageParser<ModelProto> Parser = ModelProto.Parser.WithDiscardUnknownFields(true);

    /// <exception cref="UnusableInputException">The stream is damaged, or holds no chain of layers.</exception>
    public static Model Read(Stream stream)
    {
        ModelProto file;
        try
        {
            file = Parser.ParseFrom(stream);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new UnusableInputException(new("it is no ONNX file, or damaged.", "它不是 ONNX 文件，或已损坏。"), exception);
        }

        if (file.Graph is null)
        {
            throw new UnusableInputException(new("it is no ONNX file, or empty: it has no graph.", "它不是 ONNX 文件，或是空的：里面没有计算图。"));
        }

        return OnnxMetadata.Read(new OnnxChain(file.Graph).ToModel(), file.MetadataProps);
    }
}
