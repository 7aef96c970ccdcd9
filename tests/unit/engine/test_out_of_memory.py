# SPDX-License-Identifier: Apache-2.0
"""Want of memory is told from other faults by what native code says of it."""

import mmap

import pytest

from leeward.engine.out_of_memory import is_want_of_memory, resident_bytes


@pytest.mark.parametrize(
    "said",
    [
        "terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc\n",
        "llama_model_load: error loading model: mmap failed: Cannot allocate memory",
        "alloc_tensor_range: failed to allocate CPU buffer of size 102400000",
        "llama_model_load: error loading model: unable to allocate CPU buffer",
        "ggml_aligned_malloc: insufficient memory (attempted to allocate  88.00 MB)",
        "ggml.c:1644: GGML_ASSERT(ctx->mem_buffer != NULL) failed",
        "CUDA error: out of memory\n  current device: 0, in function ggml_cuda_pool_vmm at ggml-cuda.cu:450",
        "ggml_backend_cuda_buffer_type_alloc_buffer: allocating 8192.00 MiB on device 0: cudaMalloc failed: out of memory",
        "ggml_vulkan: Device memory allocation of size 1073741824 failed.\nvk::Device::allocateMemory: ErrorOutOfDeviceMemory",
        "error: Insufficient Memory (00000008:kIOGPUCommandBufferCallbackErrorOutOfMemory)",
        "libgomp: Out of memory allocating 65536 bytes",
        "libgomp: Thread creation failed: Resource temporarily unavailable",
        "cannot allocate memory for thread-local data: ABORT",
        "out of memory: MemoryError()",
        'Traceback (most recent call last):\n  File "main.py", line 1, in <module>\nMemoryError\n',
        "RuntimeError: can't start new thread",
    ],
)
def test_want_of_memory_is_known(said):
    assert is_want_of_memory(said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "llama_model_load: error loading model: unknown model architecture: 'nonsense'",
        "GGML_ASSERT(n_dims >= 1 && n_dims <= GGML_MAX_DIMS) failed",
        'GGML_ASSERT(tensor->data != NULL && "tensor not allocated") failed',
        "CUDA error: an illegal memory access was encountered",
        "CUDA error: unspecified launch failure",
        "ggml_cuda_init: failed to initialize CUDA: no CUDA-capable device is detected",
        "tensor 'blk.0.attn_q.weight' data is not within the file bounds, model is corrupted or incomplete",
        "using device CUDA0 (a card) - 8000 MiB free memory",
    ],
)
def test_other_faults_are_not_taken_for_it(said):
    assert not is_want_of_memory(said)


def test_a_process_knows_its_physical_memory():
    before = resident_bytes()
    with mmap.mmap(-1, 50_000_000) as block:  # of its own: the heap may have as much to give without growing
        block.write(b"x" * 50_000_000)
        assert resident_bytes() - before >= 40_000_000
