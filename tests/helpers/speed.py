# SPDX-License-Identifier: Apache-2.0
"""A measurement of speed as it could have been."""

from leeward.domain.speed import LeftOut, LeftOutReason, MeasuredMachine, SpeedAtDepth, SpeedReport

SPEED_REPORT = SpeedReport(
    measured="2026-11-12T10:00:00+00:00",
    model="Tiny",
    model_file="tiny.gguf",
    model_size_bytes=100,
    quantization="Q4_K",
    engine="scripted 1",
    device="CPU",
    n_threads=2,
    n_ctx=4096,
    load_s=0.5,
    memory_bytes=1000,
    planned_bytes=2000,
    machine=MeasuredMachine("A Processor 9", 2, 1 << 30, "Linux"),
    depths=(
        SpeedAtDepth(64, 65, 400.0, 20.0, 0.2, 0.01, 300_000_000),
        SpeedAtDepth(512, 513, 390.0, 19.0, 1.3, 0.01, 310_000_000),
        SpeedAtDepth(1536, 1537, 380.0, 18.0, 4.0, 0.02, 330_000_000),
    ),
    left_out=(LeftOut(4096, LeftOutReason.CONTEXT),),
    one_thread_bytes_per_s=10e9,
    all_threads_bytes_per_s=20e9,
    decode_limit=40.0,
)
