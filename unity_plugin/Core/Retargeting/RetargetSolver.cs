#nullable enable
using System;

namespace VisAVis.Core
{
    /// <summary>
    /// Bounded ridge least squares: weights w in [0, 1] that minimise ||M w - p||^2 + ridge ||w||^2, by coordinate
    /// descent on the Gram matrix, a fixed number of sweeps from where the last frame ended (docs/retargeting.md, 1).
    /// </summary>
    public sealed class RetargetSolver
    {
        private readonly int _rows;
        private readonly int _columns;
        private readonly float[] _matrix;
        private readonly float[] _gram;
        private readonly float[] _diagonal;
        private readonly bool[] _active;
        private readonly float[] _b;
        private readonly float _ridge;
        private readonly int _sweeps;

        /// <summary>A solver for M, rows x columns, row-major.</summary>
        /// <exception cref="ArgumentException">The matrix has another size.</exception>
        public RetargetSolver(float[] matrix, int rows, int columns, float ridge, int sweeps)
        {
            if (matrix.Length != rows * columns)
                throw new ArgumentException($"{matrix.Length} values are no {rows} x {columns} matrix", nameof(matrix));
            _rows = rows;
            _columns = columns;
            _matrix = matrix;
            _ridge = ridge;
            _sweeps = sweeps;
            _gram = new float[columns * columns];
            _diagonal = new float[columns];
            _active = new bool[columns];
            _b = new float[columns];
            for (int i = 0; i < columns; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    double sum = 0;
                    for (int r = 0; r < rows; r++) sum += (double)matrix[r * columns + i] * matrix[r * columns + j];
                    _gram[i * columns + j] = (float)sum;
                }

                // A column of zeros is never touched: its weight stays 0.
                _active[i] = _gram[i * columns + i] > 1e-9f;
                _diagonal[i] = _gram[i * columns + i] + ridge;
            }
        }

        /// <summary>
        /// Solves for <paramref name="p"/> (one value a row), starting from and writing to <paramref name="w"/> (one a
        /// column). Allocates nothing.
        /// </summary>
        public void Solve(ReadOnlySpan<float> p, Span<float> w)
        {
            if (p.Length != _rows) throw new ArgumentException($"{p.Length} values for {_rows} rows", nameof(p));
            if (w.Length != _columns) throw new ArgumentException($"{w.Length} weights for {_columns} columns", nameof(w));
            for (int j = 0; j < _columns; j++) _b[j] = 0f;
            for (int r = 0; r < _rows; r++)
            {
                float value = p[r];
                if (value == 0f) continue;
                ReadOnlySpan<float> row = _matrix.AsSpan(r * _columns, _columns);
                for (int j = 0; j < row.Length; j++) _b[j] += row[j] * value;
            }

            for (int sweep = 0; sweep < _sweeps; sweep++)
            {
                for (int j = 0; j < _columns; j++)
                {
                    if (!_active[j]) continue;
                    ReadOnlySpan<float> row = _gram.AsSpan(j * _columns, _columns);
                    float g = _b[j] - _ridge * w[j];
                    for (int k = 0; k < row.Length; k++) g -= row[k] * w[k];
                    w[j] = Math.Clamp(w[j] + g / _diagonal[j], 0f, 1f);
                }
            }
        }
    }
}
