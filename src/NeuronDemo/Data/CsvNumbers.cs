using NeuronDemo.Messages;
using Sylvan.Data.Csv;

namespace NeuronDemo.Data;

/// <summary>
/// The numbers of a CSV file on their way into memory. Each piece fills rows of its own, so threads need not wait for
/// one another.
/// </summary>
/// <param name="source">The file.</param>
/// <param name="head">What the first line told.</param>
/// <param name="rows">How many rows the whole file has.</param>
/// <param name="inputs">Receives the first columns, column after column.</param>
/// <param name="targets">Receives the columns behind them, column after column; they have to lie in 0 to 1.</param>
internal sealed class CsvNumbers(CsvSource source, CsvHead head, int rows, Memory<double> inputs, Memory<double> targets)
{
    /// <summary>Reads a piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="firstRow">Where its first row goes.</param>
    /// <param name="cancellationToken">Stops before the piece.</param>
    /// <exception cref="UnusableInputException">Something in it can't be used: the first such thing.</exception>
    public void Read(CsvPiece piece, int firstRow, CancellationToken cancellationToken)
    {
        using CsvText text = new(source, piece, cancellationToken);
        long line = piece.FirstLine;
        int row = firstRow;
        try
        {
            using CsvDataReader csv = text.Rows(head.Separator);
            for (; csv.Read(); line++)
            {
                ReadOnlySpan<char> raw = csv.GetRawRecordSpan();
                if (raw.TrimEnd("\r\n").ContainsAnyExcept(' '))
                {
                    RequireRow(csv, raw, line);
                    ReadRow(csv, row < firstRow + piece.Rows ? row : throw CsvProblem.Changed(source.Name), line);
                    row++;
                }
            }
        }
        catch (CsvFormatException exception)
        {
            throw CsvProblem.At(source.Name, line, exception.FieldOrdinal, CsvProblem.WrongQuotes);
        }

        if (row < firstRow + piece.Rows)
        {
            throw CsvProblem.Changed(source.Name);
        }
    }

    // The loop in which reading spends its time: no cell becomes a string.
    private void ReadRow(CsvDataReader csv, int row, long line)
    {
        Span<double> values = inputs.Span;
        bool isTarget = false;
        int place = row;
        for (int column = 0; column < head.ColumnCount; column++)
        {
            if (place >= values.Length)
            {
                values = targets.Span;
                isTarget = true;
                place = row;
            }

            ReadOnlySpan<char> cell = csv.GetFieldSpan(column);
            if (!CsvNumber.TryParse(cell, out double number) || !double.IsFinite(number))
            {
                throw CsvProblem.At(source.Name, line, column, CsvProblem.NotANumber(cell));
            }

            if (isTarget && number is < 0 or > 1)
            {
                throw CsvProblem.At(source.Name, line, column, CsvProblem.NotATarget(cell));
            }

            values[place] = number;
            place += rows;
        }
    }

    private void RequireRow(CsvDataReader csv, ReadOnlySpan<char> raw, long line)
    {
        // A quoted cell may go on in the next line, but no number does: a quote was forgotten.
        if (raw.TrimEnd("\r\n").Contains('\n'))
        {
            int column = 0;
            while (!csv.GetFieldSpan(column).Contains('\n'))
            {
                column++;
            }

            throw CsvProblem.At(source.Name, line, column, CsvProblem.WrongQuotes);
        }

        int cells = csv.RowFieldCount;
        if (cells != head.ColumnCount)
        {
            throw CsvProblem.At(source.Name, line, new(
                $"{cells} {(cells == 1 ? "cell" : "cells")}, where the first line has {head.ColumnCount}.",
                $"有 {cells} 个单元格，而第一行有 {head.ColumnCount} 个。"));
        }
    }
}
